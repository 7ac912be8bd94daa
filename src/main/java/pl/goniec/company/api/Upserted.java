package pl.goniec.company.api;

/** What came of something that was to be added, or changed where it is there already. */
public enum Upserted {
    ADDED,
    CHANGED,
    UNCHANGED
}

package pl.goniec.company.api;

/** What the head of the office does with the care for a company. */
public enum CareDeed {
    ASSIGNED,
    ENDED,
    SUBSTITUTE_ADDED,
    SUBSTITUTE_CANCELLED
}

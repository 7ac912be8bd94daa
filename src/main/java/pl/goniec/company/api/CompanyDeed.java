package pl.goniec.company.api;

/** What the head of the office does with a company. */
public enum CompanyDeed {
    ADDED,
    CHANGED,
    DEACTIVATED,
    ACTIVATED
}

package pl.goniec.company.api;

/** Whether somebody's care for a company is over, goes on, or is still to come. */
public enum CareTime {
    NOW,
    FUTURE,
    PAST
}

package pl.goniec.inbox.api;

/** The orders of the lista firm: unread first and then the last talk, or by name. */
public enum CompanyOrder {
    ACTIVITY,
    NAME,
    NAME_DESCENDING
}

package pl.goniec.inbox.api;

/** What the office would want to know of a company at a glance; an unanswered question wins. */
public enum CompanyState {
    UNANSWERED,
    UNREACHABLE,
    SENT,
    READ,
    NONE
}

package pl.goniec.company.api;

/** What can be done with a client person of a company. */
public enum MemberDeed {
    CHANGE,
    RENAME,
    LEAVE,
    RETURN,
    INVITE,
    REVOKE,
    BLOCK,
    UNBLOCK,
    END_SESSIONS
}

package pl.goniec.company.api;

/** What can be done with a client person of a company. Who renames may also move: change the e-mail address. */
public enum MemberDeed {
    CHANGE,
    RENAME,
    MOVE,
    LEAVE,
    RETURN,
    INVITE,
    REVOKE,
    BLOCK,
    UNBLOCK,
    END_SESSIONS
}

package pl.goniec.identity.api;

/** What can happen to an account. */
public enum AccountDeed {
    ADDED,
    INVITED,
    INVITATION_REVOKED,
    ACTIVATED,
    PASSWORD_ASKED,
    PASSWORD_CHANGED,
    BLOCKED,
    UNBLOCKED,
    SESSIONS_ENDED,
    APPOINTED,
    POSITION_ENDED,
    CHANGED
}

package pl.goniec.identity.api;

/** The life of an account: invited, in use, stopped. */
public enum AccountState {
    NOT_ACTIVATED,
    ACTIVE,
    BLOCKED
}

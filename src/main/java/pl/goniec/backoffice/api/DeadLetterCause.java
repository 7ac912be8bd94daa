package pl.goniec.backoffice.api;

/** Why a message lies among the dead letters. */
public enum DeadLetterCause {
    /** A request whose reply would go where replies may not; it was not done. */
    REPLY_TO,
    /** Technical trouble until the last try, of which the message says what it was. */
    TECHNICAL,
    /** The last try has failed, and only the server's log says why. */
    BURIED
}

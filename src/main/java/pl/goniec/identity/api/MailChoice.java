package pl.goniec.identity.api;

/** How often a person wants to be told of new messages by e-mail: of each at once, of all in one letter now and then, or never. */
public enum MailChoice {
    AT_ONCE,
    DIGEST,
    NEVER
}

package pl.goniec.identity.api;

/** Who writes to clients: people of the office, and its programs, which are kept like people and log in to the broker alone. */
public enum PersonKind {
    HUMAN,
    PROGRAM
}

package pl.goniec.identity.api;

/** What a person is in the office. A caretaker's rights come from the companies he is given, not from the position. */
public enum OfficePosition {
    HEAD,
    CARETAKER,
    STAFF;

    /** Tells whether clients' correspondence may be given to whoever has it. */
    public boolean correspondent() {
        return this != STAFF;
    }
}

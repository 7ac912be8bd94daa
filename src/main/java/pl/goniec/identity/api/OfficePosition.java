package pl.goniec.identity.api;

/** What a person is in the office. A caretaker's rights come from the companies he is given, not from the position. */
public enum OfficePosition {
    HEAD,
    CARETAKER,
    STAFF
}

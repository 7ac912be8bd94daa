package pl.goniec.shared;

/** The two sides of every conversation. */
public enum Side {
    OFFICE,
    CLIENT;

    /** Returns the side that reads what this one writes. */
    public Side other() {
        return this == OFFICE ? CLIENT : OFFICE;
    }
}

package pl.goniec.shared;

/** What a person is when acting on a company: the office's roles and the client's. */
public enum Role {
    OFFICE_HEAD(Side.OFFICE),
    CARETAKER(Side.OFFICE),
    /** A program of the office: it writes, and reads nothing. */
    BACK_OFFICE(Side.OFFICE),
    ENTREPRENEUR(Side.CLIENT),
    EMPLOYEE(Side.CLIENT);

    private final Side side;

    Role(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }
}

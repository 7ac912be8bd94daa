package pl.goniec.platform.security;

/** The coarse roles that the container knows, for {@code @RolesAllowed}. What a person may do in a company is data. */
public final class Roles {

    /** Sees every company. */
    public static final String OFFICE_HEAD = "OFFICE_HEAD";
    /** Looks after some companies at present. */
    public static final String CARETAKER = "CARETAKER";
    /** Anybody of the office: head, caretakers and staff. */
    public static final String OFFICE = "OFFICE";
    /** Somebody of at least one client company. */
    public static final String CLIENT = "CLIENT";
    /** A program of the office, over JMS. */
    public static final String BACK_OFFICE = "BACK_OFFICE";
    /** Goniec itself: consumers and timers. */
    public static final String SYSTEM = "SYSTEM";

    private Roles() {}
}

package pl.goniec.demo.api;

import java.io.Serializable;
import java.util.List;
import pl.goniec.identity.api.Initials;

/**
 * An account to look around with.
 *
 * @param roleKey key of the bundle {@code demo} for what the person is
 * @param noteKey key of the bundle {@code demo} for what one sees with it
 * @param office whether the person belongs to the office
 */
public record DemoAccount(String name, String email, String roleKey, String noteKey, boolean office)
        implements Serializable {

    /** The password of every demonstration account. */
    public static final String PASSWORD = "Goniec-2026";

    public static final DemoAccount HEAD = office("Barbara Nowicka", "szef", "role.head");
    public static final DemoAccount CARETAKER_HE = office("Tomasz Zieliński", "opiekun", "role.caretaker");
    public static final DemoAccount CARETAKER_SHE = office("Ewa Dąbrowska", "opiekunka", "role.caretaker");
    public static final DemoAccount STAFF = office("Grażyna Leśniak", "kadry", "role.staff");

    /** The accounts in the order of the panel. */
    public static final List<DemoAccount> ALL = List.of(
            HEAD,
            CARETAKER_HE,
            CARETAKER_SHE,
            STAFF,
            client("Anna Kłos", "anna@zlotyklos.example", "role.entrepreneur", "note.anna"),
            client("Jan Maj", "jan@zlotyklos.example", "role.employee", "note.jan"),
            client("Piotr Turek", "piotr@turbo.example", "role.entrepreneur", "note.piotr"),
            client("Maria Różańska", "maria@dwiefirmy.example", "role.entrepreneur", "note.maria"));

    /** Returns the letters of the avatar. */
    public String initials() {
        return Initials.of(name);
    }

    private static DemoAccount office(String name, String mailbox, String roleKey) {
        return new DemoAccount(name, mailbox + "@biuro.example", roleKey, "note." + mailbox, true);
    }

    private static DemoAccount client(String name, String email, String roleKey, String noteKey) {
        return new DemoAccount(name, email, roleKey, noteKey, false);
    }
}

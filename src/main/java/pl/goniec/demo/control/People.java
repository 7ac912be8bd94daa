package pl.goniec.demo.control;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.Theme;

/** Writes persons, each once however many companies he has. All have the one password. */
final class People {

    private static final Duration SINCE_INVITATION = Duration.ofDays(3);
    private static final Duration SINCE_FIRST_INVITATIONS = Duration.ofDays(300);

    private final Rows rows;
    private final OfficeCalendar calendar;
    private final String passwordHash;
    private final Map<String, Long> byEmail = new HashMap<>();

    People(Rows rows, OfficeCalendar calendar, String passwordHash) {
        this.rows = rows;
        this.calendar = calendar;
        this.passwordHash = passwordHash;
    }

    long staff(String email, String name, String phone, OfficePosition position) throws SQLException {
        return add(email, name, phone, AccountState.ACTIVE, position);
    }

    long client(Contact contact) throws SQLException {
        var known = byEmail.get(contact.email());
        return known != null ? known : add(contact.email(), contact.name(), null, contact.state(), null);
    }

    private long add(String email, String name, String phone, AccountState state, OfficePosition position)
            throws SQLException {
        var id = rows.id("person_seq");
        var activated = state != AccountState.NOT_ACTIVATED;
        rows.add(
                Table.PERSON,
                id,
                1L,
                email,
                activated ? passwordHash : null,
                name,
                phone,
                state,
                position,
                Language.PL.name().toLowerCase(Locale.ROOT),
                Theme.SYSTEM,
                calendar.now().minus(activated ? SINCE_FIRST_INVITATIONS : SINCE_INVITATION));
        byEmail.put(email, id);
        return id;
    }
}

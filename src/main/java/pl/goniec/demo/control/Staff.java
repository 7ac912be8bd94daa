package pl.goniec.demo.control;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.Map;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.identity.api.OfficePosition;

/**
 * The office and its people.
 *
 * @param caretakers persons by the mailbox that clients.csv names them by
 */
record Staff(long head, Map<String, Long> caretakers) {

    /** Opens the office. Its row comes first and has a fixed id: of two loads at once, one fails. */
    static Staff open(Rows rows, People people) throws SQLException {
        rows.add(Table.OFFICE, 1L, "Biuro Rachunkowe Saldo", "22 555 12 00");
        for (int day = DayOfWeek.MONDAY.getValue(); day <= DayOfWeek.FRIDAY.getValue(); day++) {
            rows.add(Table.OFFICE_HOURS, day, "08:00", "16:00");
        }
        rows.flush();
        var head = add(people, DemoAccount.HEAD, "22 555 12 01", OfficePosition.HEAD);
        add(people, DemoAccount.STAFF, "22 555 12 05", OfficePosition.STAFF);
        return new Staff(
                head,
                Map.of(
                        "opiekun",
                        add(people, DemoAccount.CARETAKER_HE, "22 555 12 02", OfficePosition.CARETAKER),
                        "opiekunka",
                        add(people, DemoAccount.CARETAKER_SHE, "22 555 12 03", OfficePosition.CARETAKER),
                        "byla",
                        people.staff("byla@biuro.example", "Irena Sobczyk", null, OfficePosition.CARETAKER)));
    }

    private static long add(People people, DemoAccount account, String phone, OfficePosition position)
            throws SQLException {
        return people.staff(account.email(), account.name(), phone, position);
    }
}

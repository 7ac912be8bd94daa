package pl.goniec.demo.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills an empty database with the invented office. It writes rows and calls no boundary, for two reasons: the correspondence
 * has a past, and a boundary knows only now; and thousands of companies shall be there within seconds. What a boundary would
 * have guaranteed is guaranteed by {@link Playback}, and a test compares every counter with the messages.
 *
 * <p>The caller's transaction makes it all or nothing.
 */
public final class DemoData {

    private final int companies;
    private final int chunkSize;
    private final Instant now;

    /**
     * Plans a load.
     *
     * @param companies how many client companies, at least those with a name in the tour
     * @param chunkSize recipients of a notice in one part of its delivery
     */
    public DemoData(int companies, int chunkSize, Instant now) {
        this.companies = companies;
        this.chunkSize = chunkSize;
        this.now = now;
    }

    /** Tells whether the database has no office yet, and so nothing at all. */
    public static boolean isWanted(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT COUNT(*) FROM office");
                var result = query.executeQuery()) {
            result.next();
            return result.getLong(1) == 0;
        }
    }

    /** Writes everything; every account that is in use gets the one password. */
    public void load(Connection connection, String passwordHash) throws SQLException {
        var calendar = new OfficeCalendar(now);
        var clients = new ClientBook(Story.read("stories.txt", calendar.today())).clients(companies);
        try (var rows = new Rows(connection)) {
            var people = new People(rows, calendar, passwordHash);
            var staff = Staff.open(rows, people);
            var bodies = new Bodies(rows);
            var notices = notices(rows, bodies, calendar, staff, clients);
            var correspondence = new Correspondence(rows, bodies, calendar, staff.head(), notices);
            for (var client : clients) {
                write(client, rows, people, new Caretakers(client, staff, calendar), notices, correspondence);
                rows.flushIfMany();
            }
            for (var notice : notices) {
                notice.finish();
            }
            rows.flush();
        }
    }

    private List<Notice> notices(Rows rows, Bodies bodies, OfficeCalendar calendar, Staff staff, List<Client> clients)
            throws SQLException {
        var notices = new ArrayList<Notice>();
        for (var story : Story.read("notices.txt", calendar.today())) {
            var line = story.lines().get(0);
            var at = calendar.at(line.workdaysAgo(), line.time());
            notices.add(Notice.accept(rows, bodies, staff.head(), story, at, chunkSize, clients));
        }
        return notices;
    }

    private static void write(
            Client client,
            Rows rows,
            People people,
            Caretakers caretakers,
            List<Notice> notices,
            Correspondence correspondence)
            throws SQLException {
        var company = rows.id("company_seq");
        rows.add(Table.COMPANY, company, 1L, client.name(), client.nip());
        caretakers.write(rows, company);
        if (client.contacts().stream().noneMatch(Contact::isRecipient)) {
            for (var notice : notices) {
                notice.reachesNobodyIn(company);
            }
        }
        for (var contact : client.contacts()) {
            var person = people.client(contact);
            rows.add(Table.MEMBERSHIP, company, person, contact.role(), contact.mayStart());
            correspondence.write(contact, company, person, caretakers);
        }
    }
}

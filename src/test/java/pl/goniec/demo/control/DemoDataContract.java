package pl.goniec.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import pl.goniec.company.api.Nip;

/** What must hold of the demonstration data on every engine. Each query returns what would be wrong. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DemoDataContract {

    /** A Monday afternoon of the day the tour was written. */
    private static final Instant NOW = Instant.parse("2026-11-23T13:30:00Z");

    private Connection connection;

    abstract DataSource database() throws Exception;

    @BeforeAll
    void load() throws Exception {
        connection = loaded(60);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    private Connection loaded(int companies) throws Exception {
        var database = database();
        var opened = database.getConnection();
        var vendor = opened.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
        opened.setAutoCommit(false);
        assertThat(DemoData.isWanted(opened)).isTrue();
        new DemoData(companies, 2_000, NOW).load(opened, "$2a$12$demo");
        opened.commit();
        return opened;
    }

    private List<String> rows(String query) throws SQLException {
        try (var statement = connection.prepareStatement(query);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private long count(String query) throws SQLException {
        return Long.parseLong(rows("SELECT COUNT(*) FROM " + query).get(0));
    }

    @Test
    void aDatabaseWithAnOfficeIsLeftAlone() throws SQLException {
        assertThat(DemoData.isWanted(connection)).isFalse();
    }

    @Test
    void thereAreSixtyCompaniesAndEachCaretakerHasAtLeast28() throws SQLException {
        assertThat(count("company")).isEqualTo(60);
        for (var mailbox : List.of("opiekun", "opiekunka")) {
            assertThat(count("company_access a JOIN person p ON p.id = a.person_id WHERE p.email = '" + mailbox
                            + "@biuro.example'"))
                    .isGreaterThanOrEqualTo(28);
        }
    }

    @Test
    void formerCaretakerAndStaffHaveNoCompanies() throws SQLException {
        assertThat(rows("""
                        SELECT email FROM person p WHERE office_position IN ('STAFF', 'CARETAKER')
                           AND NOT EXISTS (SELECT 1 FROM company_access a WHERE a.person_id = p.id)
                         ORDER BY email""")).containsExactly("byla@biuro.example", "kadry@biuro.example");
        assertThat(count("caretaking WHERE valid_to IS NOT NULL")).isPositive();
    }

    @Test
    void theNamedAccountsBelongWhereTheTourSays() throws SQLException {
        var accounts = rows("""
                SELECT p.email || ' ' || m.role || ' ' || c.name || ' ' || q.email
                  FROM person p JOIN membership m ON m.person_id = p.id JOIN company c ON c.id = m.company_id
                  JOIN caretaking k ON k.company_id = c.id AND k.valid_to IS NULL JOIN person q ON q.id = k.person_id
                 WHERE p.state = 'ACTIVE' AND p.password_hash IS NOT NULL""");
        assertThat(accounts)
                .contains(
                        "anna@zlotyklos.example ENTREPRENEUR Piekarnia Złoty Kłos opiekun@biuro.example",
                        "jan@zlotyklos.example EMPLOYEE Piekarnia Złoty Kłos opiekun@biuro.example",
                        "piotr@turbo.example ENTREPRENEUR Warsztat Turbo opiekunka@biuro.example");
        assertThat(accounts.stream().filter(account -> account.contains("Piekarnia Złoty Kłos")))
                .noneMatch(account -> account.endsWith("opiekunka@biuro.example"));
        assertThat(accounts.stream().filter(account -> account.startsWith("maria@dwiefirmy.example")))
                .hasSize(2);
    }

    @Test
    void everyTaxNumberIsValid() throws SQLException {
        assertThat(rows("SELECT nip FROM company")).allMatch(Nip::isValid).doesNotHaveDuplicates();
    }

    @Test
    void onlyTwoCompaniesHaveNobodyToReceive() throws SQLException {
        assertThat(rows("""
                        SELECT name FROM company c WHERE NOT EXISTS (SELECT 1 FROM company_access a
                         WHERE a.company_id = c.id AND a.role = 'ENTREPRENEUR') ORDER BY name""")).containsExactly("Pasieka Miodek", "Salon Fryzjerski Grzebyk");
    }

    @Test
    void thereAreACompanyWithTwoEntrepreneursAndOneWithTwoCaretakers() throws SQLException {
        assertThat(rows("SELECT company_id FROM membership WHERE role = 'ENTREPRENEUR' GROUP BY company_id"
                        + " HAVING COUNT(*) = 2"))
                .hasSize(1);
        assertThat(
                        rows(
                                "SELECT company_id FROM caretaking WHERE valid_to IS NULL GROUP BY company_id HAVING COUNT(*) = 2"))
                .hasSize(1);
    }

    @Test
    void everyMemberHasAConversationAndNobodyElse() throws SQLException {
        assertThat(rows("""
                        SELECT m.person_id FROM membership m WHERE NOT EXISTS (SELECT 1 FROM conversation c
                            WHERE c.company_id = m.company_id AND c.person_id = m.person_id)
                        UNION ALL
                        SELECT c.person_id FROM conversation c WHERE NOT EXISTS (SELECT 1 FROM membership m
                            WHERE c.company_id = m.company_id AND c.person_id = m.person_id)""")).isEmpty();
    }

    @Test
    void countersEqualTheMessages() throws SQLException {
        assertThat(rows("""
                        SELECT c.id FROM conversation c
                         WHERE office_count <> (SELECT COUNT(*) FROM message m WHERE m.conversation_id = c.id AND side = 'OFFICE')
                            OR client_count <> (SELECT COUNT(*) FROM message m WHERE m.conversation_id = c.id AND side = 'CLIENT')
                            OR office_count + client_count <>
                               (SELECT COALESCE(MAX(position), 0) FROM message m WHERE m.conversation_id = c.id)""")).isEmpty();
        assertThat(rows("""
                        SELECT conversation_id FROM message m
                         WHERE side_number <> (SELECT COUNT(*) FROM message e WHERE e.conversation_id = m.conversation_id
                                                  AND e.side = m.side AND e.position <= m.position)
                            OR EXISTS (SELECT 1 FROM message e WHERE e.conversation_id = m.conversation_id
                                          AND e.position < m.position AND e.sent_at > m.sent_at)""")).isEmpty();
    }

    @Test
    void theLastMessageAndTheLastTalkAreThoseOfTheConversation() throws SQLException {
        assertThat(rows("""
                        SELECT c.id FROM conversation c
                          LEFT JOIN message l ON l.conversation_id = c.id AND l.position = c.office_count + c.client_count
                          LEFT JOIN message t ON t.conversation_id = c.id AND t.position =
                               (SELECT MAX(m.position) FROM message m WHERE m.conversation_id = c.id AND m.broadcast_id IS NULL)
                         WHERE c.last_sent_at IS DISTINCT FROM l.sent_at OR c.last_talk_at IS DISTINCT FROM t.sent_at
                            OR c.last_talk_side IS DISTINCT FROM t.side""")).isEmpty();
    }

    @Test
    void markersAndReadingsStayWithinWhatWasSaid() throws SQLException {
        assertThat(rows("""
                        SELECT k.person_id FROM read_marker k JOIN conversation c ON c.id = k.conversation_id
                         WHERE k.read_up_to > CASE WHEN k.side = 'CLIENT' THEN c.office_count ELSE c.client_count END
                            OR k.read_up_to > (SELECT MAX(r.read_up_to) FROM reading r
                                                WHERE r.conversation_id = k.conversation_id AND r.side = k.side)""")).isEmpty();
        assertThat(rows("""
                        SELECT r.person_id FROM reading r
                         WHERE NOT EXISTS (SELECT 1 FROM read_marker k WHERE k.conversation_id = r.conversation_id
                                              AND k.person_id = r.person_id AND k.side = r.side AND k.read_up_to >= r.read_up_to)""")).isEmpty();
    }

    @Test
    void nothingIsReadBeforeItIsSentOrSaidInTheFuture() throws SQLException {
        assertThat(rows("""
                        SELECT r.person_id FROM reading r JOIN conversation c ON c.id = r.conversation_id
                          JOIN message m ON m.conversation_id = c.id AND m.side_number = r.read_up_to
                           AND m.side <> r.side
                         WHERE r.read_at < m.sent_at""")).isEmpty();
        assertThat(count("message WHERE sent_at > TIMESTAMP WITH TIME ZONE '" + NOW + "'"))
                .isZero();
    }

    @Test
    void whoWritesHasTheRightTo() throws SQLException {
        assertThat(rows("""
                        SELECT m.author_id FROM message m JOIN conversation c ON c.id = m.conversation_id
                          JOIN person p ON p.id = m.author_id
                         WHERE NOT (m.side = 'CLIENT' AND p.id = c.person_id
                                    OR m.author_role = 'OFFICE_HEAD' AND p.office_position = 'HEAD'
                                    OR m.author_role = 'CARETAKER' AND EXISTS (SELECT 1 FROM caretaking k
                                        WHERE k.company_id = c.company_id AND k.person_id = p.id
                                          AND k.valid_from <= m.sent_at AND COALESCE(k.valid_to, m.sent_at) >= m.sent_at))""")).isEmpty();
    }

    @Test
    void aQuarterOfTheCompaniesWaitForAnAnswer() throws SQLException {
        assertThat(rows("SELECT COUNT(DISTINCT company_id) FROM conversation WHERE last_talk_side = 'CLIENT'"))
                .containsExactly("15");
    }

    @Test
    void oneEmployeeMayNotStart() throws SQLException {
        assertThat(rows("SELECT p.email FROM membership m JOIN person p ON p.id = m.person_id WHERE NOT m.may_start"))
                .containsExactly("biuro@sek.example");
    }

    @Test
    void bothSidesHaveUnreadMessages() throws SQLException {
        var office = """
                conversation c JOIN company_access a ON a.company_id = c.company_id AND a.side = 'OFFICE'
                  JOIN person p ON p.id = a.person_id
                  LEFT JOIN read_marker k ON k.conversation_id = c.id AND k.person_id = p.id AND k.side = a.side
                 WHERE c.client_count > COALESCE(k.read_up_to, 0) AND p.email = '%s@biuro.example'""";
        for (var mailbox : List.of("szef", "opiekun", "opiekunka")) {
            assertThat(count(office.formatted(mailbox))).as(mailbox).isBetween(4L, 20L);
        }
        var client = """
                conversation c JOIN person p ON p.id = c.person_id
                  LEFT JOIN read_marker k ON k.conversation_id = c.id AND k.person_id = p.id AND k.side = 'CLIENT'
                 WHERE c.office_count > COALESCE(k.read_up_to, 0) AND p.email = '%s'""";
        for (var email : List.of("anna@zlotyklos.example", "piotr@turbo.example", "maria@dwiefirmy.example")) {
            assertThat(count(client.formatted(email))).as(email).isPositive();
        }
    }

    @Test
    void theTwoNoticesReachedEveryRecipientOnce() throws SQLException {
        assertThat(rows("""
                        SELECT y.title || ': ' || b.company_count || ', ' || b.recipient_count FROM broadcast b
                          JOIN body y ON y.id = b.body_id ORDER BY b.accepted_at"""))
                .containsExactly(
                        "Zmiana godzin otwarcia biura w grudniu: 60, 59",
                        "Zmiany w prawie: KSeF od 1 stycznia 2027: 60, 59");
        assertThat(rows("""
                        SELECT r.conversation_id FROM receipt r LEFT JOIN message m ON m.broadcast_id = r.broadcast_id
                           AND m.conversation_id = r.conversation_id AND m.side_number = r.side_number
                         WHERE m.position IS NULL OR r.state <> 'DONE' OR m.sent_at <> r.delivered_at""")).isEmpty();
        assertThat(count("receipt")).isEqualTo(count("message WHERE broadcast_id IS NOT NULL"));
        assertThat(count("receipt")).isEqualTo(2 * 59);
        assertThat(count("broadcast_chunk WHERE state = 'DONE'")).isEqualTo(2);
    }

    @Test
    void someHaveReadANoticeAndOthersNot() throws SQLException {
        var read = rows("""
                SELECT COUNT(k.person_id) FROM receipt r LEFT JOIN read_marker k ON k.conversation_id = r.conversation_id
                   AND k.person_id = r.person_id AND k.side = 'CLIENT' AND k.read_up_to >= r.side_number GROUP BY r.broadcast_id""");
        assertThat(read)
                .allSatisfy(number -> assertThat(Integer.parseInt(number)).isBetween(15, 55));
    }

    @Test
    void contentIsStoredOnceAndComplete() throws SQLException {
        assertThat(rows("""
                        SELECT c.hash FROM content c WHERE c.size <>
                               (SELECT SUM(OCTET_LENGTH(k.bytes)) FROM content_chunk k WHERE k.hash = c.hash)
                            OR EXISTS (SELECT 1 FROM attachment a WHERE a.hash = c.hash AND a.size <> c.size)""")).isEmpty();
        assertThat(count("content")).isBetween(5L, 20L).isLessThan(count("attachment"));
    }

    @Test
    void theApplicationTakesItsOwnIds() throws SQLException {
        for (var table : List.of("person", "company", "conversation", "body", "attachment", "broadcast")) {
            var next =
                    Long.parseLong(rows("SELECT nextval('" + table + "_seq')").get(0)) - 49;
            var highest = Long.parseLong(rows("SELECT MAX(id) FROM " + table).get(0));
            assertThat(next).as(table).isGreaterThan(highest);
        }
    }

    @Test
    void twentyThousandCompaniesAreAllDifferent() throws Exception {
        var clients = new ClientBook(Story.read("stories.txt", LocalDate.EPOCH)).clients(20_000);
        assertThat(clients.stream().map(Client::name)).doesNotHaveDuplicates();
        assertThat(clients.stream().map(Client::nip)).doesNotHaveDuplicates().allMatch(Nip::isValid);
        var owners = clients.stream()
                .flatMap(client -> client.contacts().stream())
                .map(Contact::email)
                .collect(Collectors.groupingBy(email -> email, Collectors.counting()));
        owners.values().removeIf(companies -> companies == 1);
        assertThat(owners).containsOnlyKeys("maria@dwiefirmy.example");
    }
}

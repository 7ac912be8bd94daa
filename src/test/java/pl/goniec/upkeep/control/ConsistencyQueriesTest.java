package pl.goniec.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.upkeep.api.ConsistencyRule;
import pl.goniec.upkeep.api.Finding;

/** Each rule finds what breaks it, and nothing in a database that only the application has written. */
class ConsistencyQueriesTest extends OnBothEngines {

    private static final byte[] FILE = "Deklaracja".getBytes(StandardCharsets.UTF_8);

    /** Statements that break one rule, and what the rule must then name. */
    private record Break(String found, List<String> statements) {

        Break(Object found, String... statements) {
            this(found.toString(), List.of(statements));
        }
    }

    private PersonId anna;
    private PersonId caretaker;
    private ConversationId conversation;
    private BroadcastId notice;
    private long company;
    private long body;
    private long set;
    private String hash;

    @BeforeEach
    void aCorrespondenceWithAFileAndANotice() {
        var bakery = world.company("Piekarnia Złoty Kłos");
        company = bakery.value();
        caretaker = world.caretaker("Olga Opiekun", bakery);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        conversation = world.conversation(bakery, anna);
        world.says(anna, conversation, "Kiedy ZUS?");
        world.says(caretaker, conversation, "Do dwudziestego.");
        world.reads(caretaker, conversation);
        world.reads(anna, conversation);
        notice = world.notice(caretaker, "Godziny", "W piątek do 14", List.of(conversation));
        body = world.sql()
                .number("SELECT body_id FROM message WHERE conversation_id = ? AND position = 1", conversation);
        set = world.sql().number("SELECT attachment_set_id FROM body WHERE id = ?", body);
        hash = sha256(FILE);
        world.sql().change("INSERT INTO content (hash, size) VALUES (?, ?)", hash, FILE.length);
        world.sql().change("INSERT INTO content_chunk (hash, number, bytes) VALUES (?, 0, ?)", hash, FILE);
        world.sql()
                .change(
                        "INSERT INTO attachment (id, set_id, hash, file_name, media_type, size)"
                                + " VALUES (?, ?, ?, 'deklaracja.txt', 'text/plain', ?)",
                        set,
                        set,
                        hash,
                        FILE.length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Finding> findings() {
        try {
            return new ConsistencyQueries(em.unwrap(Connection.class)).findings();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatTheApplicationHasWrittenIsSound() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void everyRuleFindsWhatBreaksIt() throws SQLException {
        var breaks = breaks();
        assertThat(breaks.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ConsistencyRule.values())
                        .filter(rule -> rule != ConsistencyRule.ONE_SIDE && rule != ConsistencyRule.AUDIT_CHAIN)
                        .toList());
        var connection = em.unwrap(Connection.class);
        for (var one : breaks.entrySet()) {
            var savepoint = connection.setSavepoint();
            one.getValue().statements().forEach(world.sql()::change);

            assertThat(findings())
                    .as("%s", one.getKey())
                    .filteredOn(finding -> finding.rule() == one.getKey())
                    .singleElement()
                    .isEqualTo(
                            new Finding(one.getKey(), 1, List.of(one.getValue().found())));
            connection.rollback(savepoint);
        }
        assertThat(findings()).isEmpty();
    }

    private Map<ConsistencyRule, Break> breaks() {
        var of = " WHERE conversation_id = " + conversation;
        var ofNotice = " WHERE broadcast_id = " + notice;
        var reader = conversation + "/" + caretaker;
        var message =
                "INSERT INTO message (conversation_id, position, side, side_number, author_id, author_role, body_id,"
                        + " sent_at) VALUES (" + conversation + ", %d, 'CLIENT', %d, " + anna + ", 'ENTREPRENEUR', "
                        + body
                        + ", CURRENT_TIMESTAMP)";
        var breaks = new EnumMap<ConsistencyRule, Break>(ConsistencyRule.class);
        breaks.put(
                ConsistencyRule.CONTENT_SIZE,
                new Break(hash, "UPDATE content_chunk SET number = 1 WHERE hash = '" + hash + "'"));
        breaks.put(
                ConsistencyRule.CONTENT_HASH,
                new Break(
                        hash,
                        "UPDATE content_chunk SET bytes = CAST('deklaracja' AS BYTEA) WHERE hash = '" + hash + "'"));
        breaks.put(
                ConsistencyRule.ATTACHMENT_SIZE,
                new Break(set, "UPDATE attachment SET size = size + 1 WHERE id = " + set));
        breaks.put(
                ConsistencyRule.SENT_FILES_SEALED,
                new Break(body, "UPDATE attachment_set SET sealed = FALSE WHERE id = " + set));
        breaks.put(
                ConsistencyRule.CLIENT_HAS_CONVERSATION,
                new Break(
                        company + "/" + caretaker,
                        "INSERT INTO membership (company_id, person_id, role, may_start) VALUES (" + company + ", "
                                + caretaker + ", 'EMPLOYEE', TRUE)"));
        breaks.put(
                ConsistencyRule.CONVERSATION_COUNTS,
                new Break(conversation, "UPDATE conversation SET client_count = 2 WHERE id = " + conversation));
        breaks.put(ConsistencyRule.MESSAGE_POSITIONS, new Break(conversation, message.formatted(9, 2)));
        breaks.put(ConsistencyRule.SIDE_NUMBERS, new Break(conversation + "/CLIENT", message.formatted(4, 9)));
        breaks.put(
                ConsistencyRule.LAST_SENT,
                new Break(conversation, "UPDATE conversation SET last_sent_at = NULL WHERE id = " + conversation));
        breaks.put(
                ConsistencyRule.READ_MARKERS,
                new Break(reader, "UPDATE read_marker SET read_up_to = 9" + of + " AND person_id = " + caretaker));
        breaks.put(
                ConsistencyRule.READINGS,
                new Break(
                        reader,
                        "INSERT INTO reading (conversation_id, person_id, side, read_up_to, read_at) VALUES ("
                                + conversation + ", " + caretaker + ", 'OFFICE', 9, CURRENT_TIMESTAMP)"));
        breaks.put(
                ConsistencyRule.TOLD_MARKERS,
                new Break(
                        reader,
                        "INSERT INTO told_marker (conversation_id, person_id, side, told_up_to) VALUES (" + conversation
                                + ", " + caretaker + ", 'OFFICE', 9)"));
        breaks.put(ConsistencyRule.UNREAD, new Break(reader, message.formatted(4, 2)));
        breaks.put(
                ConsistencyRule.RECIPIENTS,
                new Break(notice, "UPDATE broadcast SET recipient_count = 7 WHERE id = " + notice));
        breaks.put(
                ConsistencyRule.CHUNKS,
                new Break(notice + "/0", "UPDATE broadcast_chunk SET state = 'FAILED'" + ofNotice));
        breaks.put(
                ConsistencyRule.WITHDRAWN,
                new Break(
                        notice + "/0",
                        "UPDATE broadcast_chunk SET state = 'CANCELLED'" + ofNotice,
                        "UPDATE receipt SET state = 'CANCELLED'" + ofNotice));
        breaks.put(
                ConsistencyRule.DELIVERED,
                new Break(notice + "/" + conversation, "UPDATE receipt SET side_number = 9" + ofNotice));
        breaks.put(
                ConsistencyRule.NOTICE_MESSAGES,
                new Break(conversation + "/3", "UPDATE receipt SET state = 'PENDING'" + ofNotice));
        return breaks;
    }

    @Test
    void aWithdrawnNoticeIsSoundWhenNothingOfItWaitsAndNobodyHasWhatIsCancelled() {
        var later = world.notice(caretaker, "Urlop", "Od środy", List.of());
        world.sql().change("UPDATE broadcast SET recipient_count = 1, withdrawn_at = accepted_at WHERE id = ?", later);
        world.sql().change("UPDATE broadcast_chunk SET state = 'CANCELLED' WHERE broadcast_id = ?", later);
        world.sql()
                .change(
                        "INSERT INTO receipt (broadcast_id, conversation_id, chunk, company_id, person_id, state)"
                                + " VALUES (?, ?, 0, ?, ?, 'CANCELLED')",
                        later,
                        conversation,
                        company,
                        anna);
        assertThat(findings()).isEmpty();

        for (var state : List.of("PENDING", "FAILED")) {
            world.sql().change("UPDATE broadcast_chunk SET state = ? WHERE broadcast_id = ?", state, later);
            world.sql().change("UPDATE receipt SET state = ? WHERE broadcast_id = ?", state, later);
            assertThat(findings()).containsExactly(new Finding(ConsistencyRule.WITHDRAWN, 1, List.of(later + "/0")));
        }
    }

    @Test
    void ofManyFaultsTenAreNamedAndAllAreCounted() {
        for (int number = 1; number <= 12; number++) {
            var company = world.company("Firma " + number);
            var owner = world.entrepreneur(company, "Jan Nowak");
            world.says(owner, world.conversation(company, owner), "Dzień dobry");
            world.sql().change("UPDATE conversation SET client_count = 0 WHERE company_id = ?", company);
        }

        assertThat(findings())
                .filteredOn(finding -> finding.rule() == ConsistencyRule.CONVERSATION_COUNTS)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.count()).isEqualTo(12);
                    assertThat(finding.examples()).hasSize(10);
                    assertThat(finding.toString())
                            .contains("CONVERSATION_COUNTS")
                            .contains("12 times");
                });
    }
}

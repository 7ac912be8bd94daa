package pl.goniec.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.TestDatabases;
import pl.goniec.fixture.world.Sql;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.ConversationId;
import pl.goniec.upkeep.api.UpkeepRefused;

/** From H2 to PostgreSQL everything comes as it was, or nothing comes. */
class DatabaseMoveTest {

    private static final int MIB = 1 << 20;

    private Connection source;
    private Connection target;
    private World old;
    private ConversationId conversation;

    @BeforeEach
    void anOfficeOnH2() throws SQLException {
        source = TestDatabases.h2().apart().getConnection();
        target = TestDatabases.postgresql().apart().getConnection();
        old = new World(Sql.on(source));
        var company = old.company("Żółw i Spółka");
        var caretaker = old.caretaker("Olga Opiekun", company);
        var anna = old.entrepreneur(company, "Anna Kłos");
        conversation = old.conversation(company, anna);
        old.says(anna, conversation, "Zażółć gęślą jaźń\n„ZUS”; 'DROP'");
        old.says(caretaker, conversation, "\uD83D\uDE00");
        old.reads(caretaker, conversation);
        old.notice(caretaker, null, "W piątek do 14", List.of(conversation));
        old.sql()
                .change(
                        "INSERT INTO audit_event (id, happened_at, actor, action, object, result, correlation_id)"
                                + " VALUES (7, ?, 'anna', 'MESSAGE_SENT', '', 'DONE', '1')",
                        old.now());
        old.sql().change("INSERT INTO audit_seal (number, event_id, hash) VALUES (1, 7, 'x')");
        file(5);
        old.sql().texts("SELECT NEXT VALUE FOR body_seq");
    }

    @AfterEach
    void close() throws SQLException {
        source.close();
        target.close();
    }

    private void file(int pieces) {
        var hash = "a".repeat(64);
        old.sql().change("INSERT INTO content (hash, size) VALUES (?, ?)", hash, (long) pieces * MIB);
        for (int number = 0; number < pieces; number++) {
            var bytes = new byte[MIB];
            new Random(number).nextBytes(bytes);
            old.sql().change("INSERT INTO content_chunk (hash, number, bytes) VALUES (?, ?, ?)", hash, number, bytes);
        }
    }

    @Test
    void everyRowOfEveryTableIsThereAsItWas() throws SQLException {
        var moved = new DatabaseMove(source, target).move();

        assertThat(moved.keySet())
                .contains("person", "message", "content_chunk", "audit_seal", "told_marker", "letter");
        assertThat(moved).containsEntry("content_chunk", 5L).containsEntry("message", 3L);
        for (var table : moved.keySet()) {
            var columns = new TargetTables(target).columns(table);
            assertThat(rows(target, table, columns)).as(table).isEqualTo(rows(source, table, columns));
        }
        assertThat(moved.keySet())
                .containsExactlyInAnyOrderElementsOf(Lines.of(
                        source,
                        "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                                + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'"));
    }

    @Test
    void whatTheDatabaseCalculatesIsCalculatedAnew() throws SQLException {
        new DatabaseMove(source, target).move();

        assertThat(Lines.of(target, "SELECT name_order FROM company"))
                .isEqualTo(Lines.of(source, "SELECT name_order FROM company"));
    }

    @Test
    void everySequenceGoesOnWhereItStood() throws SQLException {
        new DatabaseMove(source, target).move();

        for (var sequence : Lines.of(target, "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")) {
            assertThat(Lines.of(target, "SELECT NEXTVAL('" + sequence + "')"))
                    .as(sequence)
                    .isEqualTo(Lines.of(source, "SELECT NEXT VALUE FOR " + sequence));
        }
    }

    @Test
    void whatWasSentIsAppendOnlyThereToo() throws SQLException {
        new DatabaseMove(source, target).move();

        assertThatThrownBy(() -> new World(Sql.on(target)).sql().change("DELETE FROM message"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void aTargetWithRowsIsRefused() {
        new World(Sql.on(target)).company("Już tu jest");

        refused("company has rows");
        refused("GONIEC_HTTPS_PORT, and GONIEC_MAIL=false");
    }

    @Test
    void aTargetWhoseNumbersAreInUseIsRefused() throws SQLException {
        Lines.of(target, "SELECT NEXTVAL('person_seq')");

        refused("person_seq");
    }

    @Test
    void aSourceOfAnotherVersionIsRefused() {
        old.sql().change("""
                DELETE FROM "flyway_schema_history" WHERE "installed_rank" > (
                    SELECT h."installed_rank" FROM "flyway_schema_history" h WHERE h."version" = '6')
                """);

        refused("schema version 6");
        assertThat(new World(Sql.on(target)).sql().number("SELECT COUNT(*) FROM person"))
                .isZero();
    }

    @Test
    void whatCannotBeKeptStopsEverythingAndTheNextTryMayComeThrough() throws SQLException {
        old.sql()
                .change(
                        "INSERT INTO audit_event (id, happened_at, actor, action, object, result, correlation_id)"
                                + " VALUES (8, ?, 'anna', 'MESSAGE_SENT', ?, 'DONE', '1')",
                        old.now(),
                        "\u0000");

        assertThatThrownBy(() -> new DatabaseMove(source, target).move()).isInstanceOf(SQLException.class);

        for (var table : new TargetTables(target).inOrder()) {
            assertThat(Lines.of(target, "SELECT COUNT(*) FROM " + table))
                    .as(table)
                    .containsExactly("0");
        }
        old.sql().change("DROP TRIGGER audit_event_is_append_only");
        old.sql().change("DELETE FROM audit_event WHERE id = 8");
        assertThat(new DatabaseMove(source, target).move()).containsEntry("audit_event", 1L);
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> new DatabaseMove(source, target).move())
                .isInstanceOf(UpkeepRefused.class)
                .hasMessageContaining(reason);
    }

    private static List<String> rows(Connection connection, String table, List<String> columns) throws SQLException {
        var names = columns.stream().collect(Collectors.joining(", "));
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT " + names + " FROM " + table)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var row = new StringBuilder();
                for (int column = 1; column <= columns.size(); column++) {
                    row.append(text(result.getObject(column))).append('|');
                }
                rows.add(row.toString());
            }
            rows.sort(null);
            return rows;
        }
    }

    /** Returns a value as text, the same whichever driver gives it. */
    private static String text(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof java.sql.Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).toPlainString()
                : String.valueOf(value);
    }
}

package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An office moves from its H2 file to PostgreSQL by the operator's job, and goes on there with its ids, files and history. */
@Tag("faults")
class MovedDatabaseIT {

    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(3);
    private static final int COMPANIES = 200;
    private static final String CLIENT = "anna@zlotyklos.example";
    private static final String TEXT = "Przed przeprowadzką";
    private static final Pattern ROWS = Pattern.compile("([a-z_]+)=([0-9]+)");

    private static final List<String> WHAT_STAYS = List.of(
            "SELECT id || ' ' || email || ' ' || password_hash FROM person WHERE password_hash IS NOT NULL ORDER BY id",
            "SELECT id || ' ' || nip || ' ' || name_order FROM company ORDER BY id",
            "SELECT id || ' ' || office_count || ' ' || client_count FROM conversation ORDER BY id",
            "SELECT conversation_id || '/' || position || ' ' || side_number || ' ' || body_id FROM message"
                    + " ORDER BY conversation_id, position",
            "SELECT id || ' ' || content FROM body ORDER BY id",
            "SELECT id || ' ' || file_name || ' ' || hash FROM attachment ORDER BY id",
            "SELECT broadcast_id || '/' || conversation_id || ' ' || state FROM receipt ORDER BY broadcast_id, conversation_id");

    @Test
    void everythingIsMovedAndTheOfficeGoesOn() throws Exception {
        var files = List.of(
                Upload.random(new SplittableRandom(1), "maly.txt", 1000),
                Upload.random(new SplittableRandom(2), "duzy.txt", 9_000_000));
        Path file;
        Map<String, Long> counted;
        Map<String, List<String>> stays;
        try (var old = new Installation("moved-from", Engine.H2, COMPANIES)) {
            old.start();
            for (var one : files) {
                sends(old, TEXT, one);
            }
            var head = old.logIn(Installation.HEAD);
            Ledger.of(NoticeWindow.toEverybody(head).send("Przeprowadzamy się")).awaitFinished(head, DELIVERED_WITHIN);
            old.server().stop();
            file = old.server().base().resolve("data").resolve("goniec.mv.db");
            counted = counts(old);
            stays = whatStays(old);
        }
        try (var moved = new Installation("moved-to", Engine.POSTGRESQL, COMPANIES)) {
            moved.with("GONIEC_DEMO", false).with("GONIEC_MOVE_FROM", file).start();
            var job = moved.job("Move to PostgreSQL");
            assertThat(job.status()).as(job.exit()).isEqualTo("COMPLETED");
            assertThat(job.exit()).contains("is consistent");
            assertThat(told(job.exit())).isEqualTo(counted);
            assertThat(whatStays(moved)).isEqualTo(stays);

            var again = moved.job("Move to PostgreSQL");
            assertThat(again.status()).isEqualTo("FAILED");
            assertThat(again.exit()).contains("not new").doesNotContain("is consistent");

            sends(moved, "Po przeprowadzce", Upload.random(new SplittableRandom(3), "nowy.txt", 2_000_000));
            var head = moved.logIn(Installation.HEAD);
            Ledger.of(NoticeWindow.toEverybody(head).send("Jesteśmy")).awaitFinished(head, DELIVERED_WITHIN);
            assertThat(moved.files(TEXT))
                    .containsExactlyInAnyOrderElementsOf(
                            files.stream().map(Upload::described).toList());
            assertThat(moved.messages("Po przeprowadzce")).isEqualTo(1);
            assertThat(moved.job("Check the database").status()).isEqualTo("COMPLETED");
            assertThat(moved.wrongLedgers()).isZero();
            assertThat(moved.wrongCounters()).isZero();
        }
    }

    private static void sends(Installation goniec, String text, Upload file) throws Exception {
        var window = goniec.logIn(CLIENT).windowToTheOffice();
        window.attach("reply", file);
        assertThat(window.press("reply:go:send", Map.of("reply:write:text", text))
                        .sent())
                .isTrue();
    }

    private static Map<String, Long> counts(Installation old) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var table : old.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'")) {
            counts.put(table.toLowerCase(Locale.ROOT), old.count("SELECT COUNT(*) FROM " + table));
        }
        return counts;
    }

    private static Map<String, Long> told(String exit) {
        var told = new TreeMap<String, Long>();
        ROWS.matcher(exit).results().forEach(row -> told.put(row.group(1), Long.valueOf(row.group(2))));
        return told;
    }

    private static Map<String, List<String>> whatStays(Installation goniec) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (var query : WHAT_STAYS) {
            rows.put(query, goniec.texts(query));
        }
        return rows;
    }
}

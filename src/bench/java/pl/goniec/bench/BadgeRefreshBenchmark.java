package pl.goniec.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Sql;

/**
 * W5: the request by which an open page reads its badges again, the lista firm and an open conversation while the messages of
 * 1,000 companies grow from ten thousand to ten million; beside it a bare servlet with one query for the same numbers.
 */
class BadgeRefreshBenchmark {

    private static final int COMPANIES = 1_000;
    private static final int CHUNK = 2_000;
    private static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 41;
    private static final double GOAL = 1.5;
    private static final double GOAL_OVER_BARE = 2;

    private static final String HEAD = "szef@biuro.example";
    private static final Path PLOT = Path.of("src", "bench", "growth.svg");

    private static final String SAME_NUMBERS = """
            SELECT v.company_id || ' ' || SUM(v.client_count - COALESCE(r.read_up_to, 0))
            FROM person p
            JOIN company_access a ON a.person_id = p.id AND a.side = 'OFFICE'
            JOIN conversation v ON v.company_id = a.company_id
            LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = p.id AND r.side = 'OFFICE'
            WHERE p.email = '%s' AND v.client_count > COALESCE(r.read_up_to, 0)
            GROUP BY v.company_id
            """.formatted(HEAD);

    @Test
    @DisplayName("W5 badges are read as fast among ten million messages as among ten thousand")
    void badgesAreReadAsFastAmongTenMillionMessages() throws Exception {
        var findings = new Findings("W5", "requests while messages grow, PostgreSQL, ms");
        try (var office = PostgresOffice.create(COMPANIES, CHUNK)) {
            var server = new ChildServer("bench-server", office.settings());
            PeerWar.into(Path.of("target", "bench-server", "deployments"));
            try (var connection = office.open()) {
                server.start();
                var caller = Visitors.call(server, HEAD);
                var open = conversation(connection);
                for (long size : SIZES) {
                    grow(connection, size);
                    measure(caller, open, size, findings);
                }
            } finally {
                server.stop();
            }
        }
        long first = SIZES.get(0);
        long last = SIZES.get(SIZES.size() - 1);
        findings.atMost(
                "badges, %,d / %,d".formatted(last, first),
                findings.median(name("badges", last)) / findings.median(name("badges", first)),
                GOAL);
        for (long size : SIZES) {
            findings.atMost(
                    "badges / bare servlet, %,d".formatted(size),
                    findings.median(name("badges", size)) / findings.median(name("bare servlet", size)),
                    GOAL_OVER_BARE);
        }
        findings.publish();
    }

    private static void measure(Caller caller, String open, long size, Findings findings) throws Exception {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double badges = Pages.millis(() -> caller.get("live?side=office"));
            double bare = Pages.millis(() -> caller.sql(SAME_NUMBERS));
            double list = Pages.millis(() -> caller.get("office/companies.xhtml"));
            double conversation = Pages.millis(() -> caller.get(open));
            if (round >= 0) {
                findings.sample(name("badges", size), badges);
                findings.sample(name("bare servlet", size), bare);
                findings.sample(name("lista firm", size), list);
                findings.sample(name("conversation", size), conversation);
            }
        }
    }

    /** Lets all conversations run on until there are so many messages. */
    private static void grow(Connection connection, long messages) {
        var sql = Sql.on(connection);
        long there = sql.number("SELECT COUNT(*) FROM message");
        long conversations = sql.number("SELECT COUNT(*) FROM conversation");
        long begin = System.nanoTime();
        int more = (int) ((messages - there) / conversations / 2 * 2);
        sql.change("SET session_replication_role = replica");
        Volume.onPostgres("TRUE", Math.max(more, 2)).forEach(sql::change);
        sql.change("VACUUM ANALYZE");
        System.out.println(
                "from " + there + " by " + more + " in each of " + conversations + " in "
                        + (System.nanoTime() - begin) / 1e9 + " s: "
                        + sql.rows(
                                "SELECT (SELECT COUNT(*) FROM message), (SELECT COUNT(*) FROM reading), (SELECT COUNT(*) FROM read_marker)"));
    }

    private static String conversation(Connection connection) {
        var sql = Sql.on(connection);
        long id = sql.number("""
                SELECT MIN(v.id) FROM conversation v JOIN person p ON p.id = v.person_id WHERE p.email = 'anna@zlotyklos.example'
                """);
        long company = sql.number("SELECT company_id FROM conversation WHERE id = ?", id);
        return "office/company/conversations.xhtml?company=" + company + "&conversation=" + id;
    }

    private static String name(String what, long size) {
        return "%s, %,d".formatted(what, size);
    }
}

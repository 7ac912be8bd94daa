package pl.goniec.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;

/**
 * W5: the request by which an open page reads its badges again, while the messages of 1,000 companies grow from ten thousand to ten
 * million; beside it a bare servlet whose one query finds the same numbers. How the lista firm and a conversation grow goes with it.
 */
class BadgeRefreshBenchmark {

    private static final int COMPANIES = 1_000;
    private static final int CHUNK = 2_000;

    /** Rounds until most of the server's code is compiled: with 40, growth hid behind a server that still became quicker. */
    private static final int FIRST_WARM_UP = 600;

    private static final int WARM_UP = 40;
    private static final int ROUNDS = 21;
    private static final double GOAL = 1.5;
    private static final double GOAL_OVER_BARE = 2;

    private static final List<Long> SIZES = List.of(10_000L, 100_000L, 1_000_000L, 10_000_000L);

    /** One million on H2, which writes them in the process that serves the pages. */
    private static final List<Long> SIZES_ON_H2 = SIZES.subList(0, 3);

    private static final String HEAD = "szef@biuro.example";
    private static final Path PLOT = Path.of("src", "bench", "growth.svg");

    private static final String BADGES = "badges";
    private static final String BARE = "bare servlet";
    private static final String LIST = "lista firm";
    private static final String CONVERSATION = "conversation";

    private static final String SAME_NUMBERS = """
            SELECT v.company_id || ' ' || SUM(v.client_count - COALESCE(r.read_up_to, 0))
            FROM person p
            JOIN company_access a ON a.person_id = p.id AND a.side = 'OFFICE'
            JOIN conversation v ON v.company_id = a.company_id
            LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = p.id AND r.side = 'OFFICE'
            WHERE p.email = '%s' AND v.client_count > COALESCE(r.read_up_to, 0)
            GROUP BY v.company_id
            """.formatted(HEAD);

    private static final String OPEN = """
            SELECT 'office/company/conversations.xhtml?company=' || MIN(v.company_id) || '&conversation=' || MIN(v.id)
            FROM conversation v JOIN person p ON p.id = v.person_id WHERE p.email = 'anna@zlotyklos.example'
            """;

    @Test
    @DisplayName("W5 badges are read among ten million messages as among ten thousand")
    void badgesAreReadAmongTenMillionMessagesAsAmongTenThousand() throws Exception {
        var findings = new Findings("W5", "requests while messages grow, PostgreSQL, ms");
        try (var office = PostgresOffice.create(COMPANIES, CHUNK)) {
            measure(office.settings(), SIZES, Volume::onPostgres, List.of("VACUUM ANALYZE", "CHECKPOINT"), findings);
        }
        GrowthPlot.write(PLOT, lines(findings));
        findings.publish();
    }

    @Test
    @DisplayName("W5 badges are read among a million messages as among ten thousand on H2")
    void onH2Too() throws Exception {
        var findings = new Findings("W5h", "requests while messages grow, H2, ms");
        var settings = Map.of(
                "GONIEC_DB_URL", OfficeDatabase.create("w5", COMPANIES, CHUNK).url());
        measure(settings, SIZES_ON_H2, messages -> Volume.onH2("TRUE", messages), List.of("ANALYZE"), findings);
        findings.publish();
    }

    private static void measure(
            Map<String, String> settings,
            List<Long> sizes,
            IntFunction<List<String>> growth,
            List<String> afterwards,
            Findings findings)
            throws Exception {
        var server = new ChildServer("bench-server", settings);
        PeerWar.into(Path.of("target", "bench-server", "deployments"));
        try {
            server.start();
            var head = Visitors.call(server, HEAD);
            var open = head.sql(OPEN).get(0);
            for (long size : sizes) {
                for (var statement : growth.apply(missing(head, size))) {
                    head.sql(statement);
                }
                for (var statement : afterwards) {
                    head.sql(statement);
                }
                look(head, open, size, size == sizes.get(0) ? FIRST_WARM_UP : WARM_UP, findings);
            }
        } finally {
            server.stop();
        }
        long first = sizes.get(0);
        long last = sizes.get(sizes.size() - 1);
        findings.atMost(
                text("badges, %,d / %,d", last, first),
                findings.median(name(BADGES, last)) / findings.median(name(BADGES, first)),
                GOAL);
        for (long size : sizes) {
            findings.atMost(
                    name("badges / bare servlet", size),
                    findings.median(name(BADGES, size)) / findings.median(name(BARE, size)),
                    GOAL_OVER_BARE);
        }
    }

    /** Returns how many messages each conversation has to get, an even number. */
    private static int missing(Caller caller, long size) throws Exception {
        long there = Long.parseLong(caller.sql("SELECT COUNT(*) FROM message").get(0));
        long conversations =
                Long.parseLong(caller.sql("SELECT COUNT(*) FROM conversation").get(0));
        return (int) ((size - there) / conversations / 2 * 2);
    }

    private static void look(Caller head, String open, long size, int warmUp, Findings findings) throws Exception {
        for (int round = -warmUp; round < ROUNDS; round++) {
            double badges = Pages.millis(() -> head.get("live?side=office"));
            double bare = Pages.millis(() -> head.sql(SAME_NUMBERS));
            double list = Pages.millis(() -> head.get("office/companies.xhtml"));
            double conversation = Pages.millis(() -> head.get(open));
            if (round >= 0) {
                findings.sample(name(BADGES, size), badges);
                findings.sample(name(BARE, size), bare);
                findings.sample(name(LIST, size), list);
                findings.sample(name(CONVERSATION, size), conversation);
            }
        }
    }

    private static Map<String, SortedMap<Long, Double>> lines(Findings findings) {
        var lines = new LinkedHashMap<String, SortedMap<Long, Double>>();
        for (var what : List.of(CONVERSATION, LIST, BADGES, BARE)) {
            var line = new TreeMap<Long, Double>();
            SIZES.forEach(size -> line.put(size, findings.median(name(what, size))));
            lines.put(what, line);
        }
        return lines;
    }

    private static String name(String what, long size) {
        return text("%s, %,d", what, size);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

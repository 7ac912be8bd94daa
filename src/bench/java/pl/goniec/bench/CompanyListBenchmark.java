package pl.goniec.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Questions;

/**
 * W3: the lista firm of an office with 5,000 companies, asked for by two people at once, against a bare PrimeFaces table on the
 * same server whose one statement computes the same order; and how many statements a look at the list needs.
 */
class CompanyListBenchmark {

    private static final int COMPANIES = 5_000;
    private static final int CHUNK = 2_000;
    private static final int CALLERS = 2;
    private static final int SECONDS = 2;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;
    private static final double GOAL = 0.8;
    private static final int MOST_STATEMENTS = 3;

    private static final String LIST = "office/companies.xhtml";

    /** Somebody who looks at the list. */
    private record Who(String name, String email) {}

    @Test
    @DisplayName("W3 the lista firm of 5,000 companies is served nearly as fast as a bare table")
    void theListIsServedNearlyAsABareTable() throws Exception {
        var findings = new Findings("W3", "lista firm of 5,000 companies against a bare table, pages per second");
        var h2 = OfficeDatabase.create("w3", COMPANIES, CHUNK);
        measure("H2", Map.of("GONIEC_DB_URL", h2.url()), findings);
        try (var postgresql = PostgresOffice.create(COMPANIES, CHUNK)) {
            measure("PostgreSQL", postgresql.settings(), findings);
        }
        findings.publish();
    }

    private static void measure(String engine, Map<String, String> settings, Findings findings) throws Exception {
        var server = new ChildServer("bench-server", settings);
        PeerWar.into(Path.of("target", "bench-server", "deployments"));
        try {
            server.start();
            for (var who :
                    List.of(new Who("head", "szef@biuro.example"), new Who("caretaker", "opiekun@biuro.example"))) {
                compare(server, who.name() + ", " + engine, who.email(), findings);
                if ("H2".equals(engine)) {
                    count(server, who, findings);
                }
            }
        } finally {
            server.stop();
        }
    }

    private static void compare(ChildServer server, String who, String email, Findings findings) throws Exception {
        var callers = new ArrayList<Caller>();
        var strangers = new ArrayList<Caller>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Visitors.call(server, email));
            strangers.add(new Caller(server.address()));
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double list = Pages.perSecond(callers, LIST, SECONDS);
            double bare = Pages.perSecond(strangers, "peer/table.xhtml?as=" + URLEncoder.encode(email, UTF_8), SECONDS);
            if (round >= 0) {
                findings.sample("lista firm, " + who, list);
                findings.sample("bare table, " + who, bare);
            }
        }
        findings.atLeast(
                "lista firm / bare table, " + who,
                findings.median("lista firm, " + who) / findings.median("bare table, " + who),
                GOAL);
    }

    /** Counts the statements of one look, the fewest of a few: a timer may run in between. */
    private static void count(ChildServer server, Who who, Findings findings) throws Exception {
        var caller = Visitors.call(server, who.email());
        caller.get(LIST);
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            caller.sql(Questions.FORGET);
            caller.sql(Questions.COUNT);
            caller.get(LIST);
            fewest = Math.min(fewest, Questions.sum(caller.sql(Questions.ASKED)));
        }
        findings.atMost("statements of one look, " + who.name(), fewest, MOST_STATEMENTS);
    }
}

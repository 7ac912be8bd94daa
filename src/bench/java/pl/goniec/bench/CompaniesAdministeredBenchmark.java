package pl.goniec.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Questions;

/**
 * W3a: the companies of an office with 5,000 of them, as its head administers them, asked for by two people at once, against a bare
 * PrimeFaces table on the same server whose one statement computes the order of the lista firm; and how many statements a look needs.
 */
class CompaniesAdministeredBenchmark {

    private static final int COMPANIES = 5_000;
    private static final int CHUNK = 2_000;
    private static final int CALLERS = 2;
    private static final int SECONDS = 2;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;
    private static final double GOAL = 0.8;
    private static final int MOST_STATEMENTS = 4;

    private static final String HEAD = "szef@biuro.example";

    /** Each look at the list, and what it is called in the findings. */
    private static final Map<String, String> LOOKS = Map.of(
            "all", "office/head/companies.xhtml",
            "found", "office/head/companies.xhtml?q=piek",
            "last page", "office/head/companies.xhtml?page=200");

    @Test
    @DisplayName("W3a the administration of 5,000 companies is served nearly as fast as a bare table")
    void theAdministrationIsServedNearlyAsABareTable() throws Exception {
        var findings = new Findings("W3a", "administration of 5,000 companies against a bare table, pages per second");
        var h2 = OfficeDatabase.create("w3a", COMPANIES, CHUNK);
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
            for (var look : LOOKS.entrySet()) {
                compare(server, look.getKey() + ", " + engine, look.getValue(), findings);
                if ("H2".equals(engine)) {
                    count(server, look.getKey(), look.getValue(), findings);
                }
            }
        } finally {
            server.stop();
        }
    }

    private static void compare(ChildServer server, String look, String address, Findings findings) throws Exception {
        var callers = new ArrayList<Caller>();
        var strangers = new ArrayList<Caller>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Visitors.call(server, HEAD));
            strangers.add(new Caller(server.address()));
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double list = Pages.perSecond(callers, address, SECONDS);
            double bare = Pages.perSecond(strangers, "peer/table.xhtml?as=" + URLEncoder.encode(HEAD, UTF_8), SECONDS);
            if (round >= 0) {
                findings.sample("companies, " + look, list);
                findings.sample("bare table, " + look, bare);
            }
        }
        findings.atLeast(
                "companies / bare table, " + look,
                findings.median("companies, " + look) / findings.median("bare table, " + look),
                GOAL);
    }

    /** Counts the statements of one look, the fewest of a few: a timer may run in between. */
    private static void count(ChildServer server, String look, String address, Findings findings) throws Exception {
        var caller = Visitors.call(server, HEAD);
        caller.get(address);
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            caller.sql(Questions.FORGET);
            caller.sql(Questions.COUNT);
            caller.get(address);
            fewest = Math.min(fewest, Questions.sum(caller.sql(Questions.ASKED)));
        }
        findings.atMost("statements of one look, " + look, fewest, MOST_STATEMENTS);
    }
}

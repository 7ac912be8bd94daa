package pl.goniec.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.world.Sql;

/**
 * W1 and W1h: a notice with a file of 1 MB, from the click on WYŚLIJ to the commit of the last recipient's message, against the same
 * rows written by hand to a database of their own. The sender's page stays open and shows the progress, as it does in an office.
 */
class FanOutBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int CHUNK = 2_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final int FILE_BYTES = 1024 * 1024;

    private static final double GOAL = 0.5;
    private static final double GOAL_OF_MANY = 1.1;
    private static final double GOAL_OVER_PEER = 20;

    /** Recipients per second of the fastest peer: Dovecot, 100 recipients in a transaction. */
    private static final double FASTEST_PEER = 1_600;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(10);

    private static final String CLICK = "() => document.getElementById('notice:go:send').click()";

    private static final String FINISHED = """
            SELECT COUNT(*) FROM broadcast b WHERE NOT EXISTS (
                SELECT 1 FROM broadcast_chunk k WHERE k.broadcast_id = b.id AND k.state <> 'DONE')
            """;

    private static final String RECIPIENTS =
            "SELECT recipient_count FROM broadcast WHERE id = (SELECT MAX(id) FROM broadcast)";

    private static final String FILE_PIECES = "SELECT COUNT(*) FROM content_chunk";

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    @DisplayName("W1 a notice to 100,000 is there nearly as fast as its rows can be written")
    void aNoticeIsThereNearlyAsFastAsItsRowsCanBeWritten() throws Exception {
        var findings = new Findings("W1", "notice on PostgreSQL, click to last message, ms");
        try (var office = PostgresOffice.create(MANY, CHUNK)) {
            try (var connection = office.open()) {
                Sql.on(connection).change(RawFanOut.MARK_FEW, FEW);
            }
            office.copy("raw");
            try (var raw = office.open("raw")) {
                measure(office.settings(), new RawFanOut(raw), List.of(FEW, MANY), findings);
            }
        }
        for (int companies : List.of(FEW, MANY)) {
            findings.atLeast(
                    name("recipients per second / fastest peer", companies),
                    findings.median(name("recipients per second", companies)) / FASTEST_PEER,
                    GOAL_OVER_PEER);
        }
        findings.atMost(
                name("cost per recipient", MANY) + " / few",
                findings.median(name("recipients per second", FEW))
                        / findings.median(name("recipients per second", MANY)),
                GOAL_OF_MANY);
        findings.publish();
    }

    @Test
    @DisplayName("W1h a notice to 10,000 is there nearly as fast as its rows can be written to H2")
    void onH2Too() throws Exception {
        var findings = new Findings("W1h", "notice on H2, click to last message, ms");
        var database = OfficeDatabase.create("w1h", FEW, CHUNK);
        var copy = database.copy("w1h-raw");
        try (var raw = copy.open()) {
            measure(Map.of("GONIEC_DB_URL", database.url()), new RawFanOut(raw), List.of(FEW), findings);
        }
        findings.publish();
    }

    /** Sends to so many companies of an office in turns, and writes the same by hand. */
    private void measure(Map<String, String> settings, RawFanOut raw, List<Integer> sizes, Findings findings)
            throws Exception {
        int all = sizes.get(sizes.size() - 1);
        var server = new ChildServer("bench-server", settings);
        PeerWar.into(Path.of("target", "bench-server", "deployments"));
        try {
            server.start();
            var caller = new Caller(server.address());
            var head = Visitors.enter(server, "szef@biuro.example");
            long pieces = number(caller, FILE_PIECES);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int companies : sizes) {
                    var marked = companies < all;
                    prepare(head, companies, marked);
                    double delivered = deliver(head, caller);
                    double written = raw.write(marked);
                    if (round >= 0) {
                        findings.sample(name("click to last message", companies), delivered);
                        findings.sample(name("raw SQL", companies), written);
                        findings.sample(
                                name("recipients per second", companies),
                                number(caller, RECIPIENTS) * 1000 / delivered);
                    }
                }
            }
            findings.atMost(
                    "copies of a file of 1 MB in a notice",
                    (double) (number(caller, FILE_PIECES) - pieces) / (sizes.size() * (WARM_UP + ROUNDS)),
                    1);
        } finally {
            server.stop();
        }
        for (int companies : sizes) {
            findings.atLeast(
                    name("rate / raw SQL", companies),
                    findings.median(name("raw SQL", companies))
                            / findings.median(name("click to last message", companies)),
                    GOAL);
        }
    }

    /** Ticks, writes and attaches. */
    private void prepare(Visitor head, int companies, boolean marked) {
        var page = head.page();
        page.navigate("/office/companies.xhtml");
        var list = TickedList.on(head);
        list.search().fill(marked ? RawFanOut.MARK : "");
        assertThat(page.locator(".ui-paginator-current"))
                .containsText(Pattern.compile("z " + grouped(companies) + "\\b"));
        list.pageTick().check();
        list.tickAll().click();
        assertThat(list.noticeButton()).containsText(Pattern.compile("E" + grouped(companies) + "\\b"));
        var notice = list.opensNotice();
        notice.attaches(new FilePayload("regulamin.txt", "text/plain", file()));
        notice.text().fill("Od stycznia biuro jest otwarte od 7:30.");
        assertThat(notice.saved()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Sends and returns how many milliseconds it took until everything was delivered; the page knows it afterwards. */
    private static double deliver(Visitor head, Caller caller) throws Exception {
        var page = head.page();
        long before = number(caller, FINISHED);
        long begin = System.nanoTime();
        page.evaluate(CLICK);
        Awaitility.await("the last message")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> number(caller, FINISHED) > before);
        double millis = (System.nanoTime() - begin) / 1e6;
        page.locator("#strip[data-finished=true]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return millis;
    }

    /** Returns a text that is no other's. */
    private byte[] file() {
        var text = new StringBuilder(FILE_BYTES + Long.SIZE);
        while (text.length() < FILE_BYTES) {
            text.append(Long.toString(random.nextLong(Long.MAX_VALUE), Character.MAX_RADIX))
                    .append('\n');
        }
        text.setLength(FILE_BYTES);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static long number(Caller caller, String sql) throws Exception {
        return Long.parseLong(caller.sql(sql).get(0));
    }

    private static String grouped(int number) {
        return Integer.toString(number).replaceAll("(\\d)(?=(\\d{3})+$)", "$1\\\\s?");
    }

    private static String name(String what, int companies) {
        return String.format(Locale.ROOT, "%s, %,d", what, companies);
    }
}

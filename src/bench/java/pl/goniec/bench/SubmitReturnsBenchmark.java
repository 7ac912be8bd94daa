package pl.goniec.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.world.Sql;

/**
 * W2: how long the head waits between the click on WYŚLIJ and the window closing, seen by the page itself, with 10,000 companies
 * ticked and with 10; beside it the 10,000 rows of the ledger written by one statement to a file of their own.
 */
class SubmitReturnsBenchmark {

    private static final int COMPANIES = 10_000;
    private static final int FEW = 10;
    private static final int CHUNK = 2_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 9;
    private static final double GOAL = 1.5;

    private static final int FAN_OUT_MILLIS = 120_000;

    private static final String WATCH = """
            () => {
              const dialog = document.getElementById('notice:dialog');
              window.submitted = new Promise(resolve => {
                let clicked;
                document.addEventListener('click', () => { clicked = performance.now(); }, { capture: true, once: true });
                new MutationObserver((changes, observer) => {
                  if (clicked && !dialog.checkVisibility({ visibilityProperty: true })) {
                    observer.disconnect();
                    resolve(performance.now() - clicked);
                  }
                }).observe(dialog, { attributes: true });
              });
            }
            """;

    /** Exactly the rows that the application writes for everybody, ready to be written again. */
    private static final String READY = """
            CREATE TABLE ready AS
            SELECT c.id AS conversation_id, (ROW_NUMBER() OVER (ORDER BY c.id) - 1) / 2000 AS chunk, c.company_id, c.person_id
            FROM membership m
            JOIN person p ON p.id = m.person_id AND p.state = 'ACTIVE'
            JOIN conversation c ON c.company_id = m.company_id AND c.person_id = m.person_id
            WHERE m.role = 'ENTREPRENEUR'
            """;

    @Test
    @DisplayName("W2 sending to 10,000 companies returns as sending to 10 does")
    void sendingToManyReturnsAsSendingToFew() throws Exception {
        var findings = new Findings("W2", "from the click on WYŚLIJ to the closed window, ms");
        var database = OfficeDatabase.create("w2", COMPANIES, CHUNK);
        var raw = database.copy("w2-raw");
        var server = new ChildServer(
                "bench-server",
                Map.of("GONIEC_DB_URL", database.url(), "GONIEC_FANOUT_CHUNK", Integer.toString(CHUNK)));
        try (var ledger = raw.open()) {
            Sql.on(ledger).change(READY);
            server.start();
            var head = Visitors.enter(server, "szef@biuro.example");
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double few = submit(head, FEW);
                double many = submit(head, COMPANIES);
                double written = write(ledger);
                if (round >= 0) {
                    findings.sample("10 ticked", few);
                    findings.sample("10,000 ticked", many);
                    findings.sample("raw ledger insert", written);
                }
            }
        } finally {
            server.stop();
        }
        double few = findings.median("10 ticked");
        double many = findings.median("10,000 ticked");
        double written = findings.median("raw ledger insert");
        findings.atMost("(10,000 ticked - raw insert) / 10 ticked", (many - written) / few, GOAL);
        findings.publish();
    }

    /** Ticks, writes and sends, and returns how long the window took to close; everything is delivered afterwards. */
    private static double submit(Visitor head, int companies) {
        var page = head.page();
        page.navigate("/office/companies.xhtml");
        var list = TickedList.on(head);
        tick(list, companies);
        var notice = list.opensNotice();
        notice.text().fill("Od stycznia biuro jest otwarte od 7:30.");
        assertThat(notice.saved()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(WATCH);
        notice.send().click();
        double millis = ((Number) page.evaluate("window.submitted")).doubleValue();
        awaitDelivery(page);
        return millis;
    }

    private static void tick(TickedList list, int companies) {
        if (companies == COMPANIES) {
            list.pageTick().check();
            list.tickAll().click();
        } else {
            for (int i = 0; i < companies; i++) {
                list.ticks().nth(i).check();
            }
        }
        var digits = Integer.toString(companies).replaceAll("(\\d)(?=(\\d{3})+$)", "$1\\\\s?");
        assertThat(list.noticeButton()).containsText(Pattern.compile("E" + digits + "\\b"));
    }

    private static void awaitDelivery(Page page) {
        page.locator("#strip[data-finished=true]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(FAN_OUT_MILLIS));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Writes the rows under a broadcast of their own and returns how long it took with the commit. */
    private static double write(Connection ledger) throws SQLException {
        long id = RawFanOut.broadcast(Sql.on(ledger));
        try (var insert = ledger.prepareStatement("""
                INSERT INTO receipt (broadcast_id, conversation_id, chunk, company_id, person_id, state)
                SELECT ?, conversation_id, chunk, company_id, person_id, 'PENDING' FROM ready
                """)) {
            insert.setLong(1, id);
            long begin = System.nanoTime();
            insert.executeUpdate();
            return (System.nanoTime() - begin) / 1e6;
        }
    }
}

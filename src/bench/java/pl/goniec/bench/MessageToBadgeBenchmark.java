package pl.goniec.bench;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.CompanyListPage;
import pl.goniec.browser.page.Composer;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.Visitor;

/**
 * W6: from the click on WYŚLIJ in one browser window to the red number in another person's, in both directions. The pages take
 * the time themselves, of the one clock of the machine. Beside it what no badge can do without: a request of the sender that is
 * answered at once and the receiver's reading of his numbers.
 */
class MessageToBadgeBenchmark {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 80;
    private static final double GOAL_P50 = 150;
    private static final double GOAL_P95 = 500;

    private static final String CARETAKER = "opiekun@biuro.example";
    private static final String CLIENT = "filip@szprycha.example";
    private static final String CLIENT_NAME = "Filip Wójtowicz";
    private static final String FIRM = "Serwis Rowerowy Szprycha";

    private static final String NOTE_CLICK = """
            () => document.addEventListener('click', () => { window.clicked = performance.timeOrigin + performance.now(); }, true)
            """;

    /** The frame in which the number of a company is another one. */
    private static final String WATCH = """
            company => {
              const number = () => document.querySelector('main [data-badge="company:' + company + '"]').textContent;
              const before = number();
              window.shown = new Promise(resolve => new MutationObserver((changes, observer) => {
                if (number() !== before) {
                  observer.disconnect();
                  requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
                }
              }).observe(document.body, { childList: true, subtree: true }));
            }
            """;

    private static final String FETCH = """
            async path => {
              const begin = performance.now();
              await (await fetch(path, { cache: 'no-store' })).text();
              return performance.now() - begin;
            }
            """;

    private static final String QUIET = "() => PrimeFaces.ajax.Queue.isEmpty()";

    @Test
    @DisplayName("W6 a message is a red number on the other screen at once")
    void aMessageIsARedNumberOnTheOtherScreenAtOnce() throws Exception {
        var findings = new Findings("W6", "from the click on WYŚLIJ to the red number on the other screen, ms");
        var database = OfficeDatabase.create("w6", 60, 2_000);
        var server = new ChildServer("bench-server", Map.of("GONIEC_DB_URL", database.url()));
        try {
            server.start();
            var caretaker = Visitors.enter(server, CARETAKER);
            var client = Visitors.enter(server, CLIENT);
            var company = ClientHomePage.on(client).company();

            CompanyListPage.of(caretaker).finds(FIRM);
            ClientHomePage.on(client).opensWindow();
            var window = ThreadPanel.inWindowOf(client);
            measure("client to office", company, client, window.composer(), caretaker, "office", findings);

            caretaker.page().navigate("/office/company/conversations.xhtml?company=" + company);
            client.page().navigate("/client/home.xhtml?company=" + company);
            var thread = ConversationsPage.shownTo(caretaker, FIRM).opens(CLIENT_NAME);
            measure("office to client", company, caretaker, thread.composer(), client, "client", findings);
        } finally {
            server.stop();
        }
        findings.publish();
    }

    private static void measure(
            String direction,
            String company,
            Visitor sender,
            Composer composer,
            Visitor receiver,
            String side,
            Findings findings) {
        sender.page().evaluate(NOTE_CLICK);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double limit = fetch(sender.page(), "/favicon.svg") + fetch(receiver.page(), "/live?side=" + side);
            receiver.page().evaluate(WATCH, company);
            composer.sends("Proszę o potwierdzenie, wiadomość nr " + round + ".");
            double shown = number(receiver.page(), "window.shown");
            double clicked = number(sender.page(), "window.clicked");
            sender.page().waitForFunction(QUIET);
            receiver.page().waitForFunction(QUIET);
            if (round >= 0) {
                findings.sample(direction, shown - clicked);
                findings.sample(direction + ", two bare requests", limit);
            }
        }
        findings.atMost(direction + ", p50", findings.median(direction), GOAL_P50);
        findings.atMost(direction + ", p95", findings.percentile(direction, 95), GOAL_P95);
        findings.beside(
                direction + " / two bare requests",
                findings.median(direction) / findings.median(direction + ", two bare requests"));
    }

    private static double fetch(Page page, String path) {
        return ((Number) page.evaluate(FETCH, path)).doubleValue();
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}

package pl.goniec.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.ChildServer;

/** What was accepted is delivered once, whatever dies: the real server, killed by its own pid in the middle of a notice. */
class KilledServerIT {

    private static final Pattern RECIPIENTS = Pattern.compile("([0-9\\s\\u00a0]+) odbiorc");
    private static final Duration COMPLETED_WITHIN = Duration.ofMinutes(3);

    /** Small chunks, so that the delivery takes long enough to be killed in. */
    private static final Map<String, String> SETTINGS =
            Map.of("GONIEC_DEMO", "true", "GONIEC_DEMO_COMPANIES", "5000", "GONIEC_FANOUT_CHUNK", "10");

    private ChildServer server;

    @AfterEach
    void stopServer() throws InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    @DisplayName("S45 a notice to 5,000 companies reaches everybody once though the server is killed half-way")
    void aKilledServerFinishesTheNoticeOnce() throws Exception {
        server = new ChildServer("killed-server", SETTINGS);
        server.start();
        long announced = sendNoticeToEverybody();
        server.kill();

        assertThat(count("SELECT COUNT(*) FROM broadcast_chunk WHERE state = 'DONE' AND broadcast_id = " + newest()))
                .as("delivered before the kill")
                .isPositive();
        assertThat(count("SELECT COUNT(*) FROM broadcast_chunk WHERE state = 'PENDING'"))
                .as("still to deliver after the kill")
                .isPositive();
        long broadcast = newest();

        server.start();
        waitUntilFinished(broadcast);
        server.stop();

        String mine = " WHERE broadcast_id = " + broadcast;
        assertThat(count("SELECT COUNT(*) FROM receipt" + mine)).isEqualTo(announced);
        assertThat(count("SELECT COUNT(*) FROM receipt" + mine + " AND state = 'DONE'"))
                .isEqualTo(announced);
        assertThat(count("SELECT COUNT(*) FROM message" + mine)).isEqualTo(announced);
        assertThat(count("SELECT COUNT(DISTINCT conversation_id) FROM message" + mine))
                .isEqualTo(announced);
        assertThat(count("""
                        SELECT COUNT(*) FROM receipt r JOIN message m ON m.conversation_id = r.conversation_id
                          AND m.broadcast_id = r.broadcast_id AND m.side_number = r.side_number
                        WHERE r.broadcast_id =\s""" + broadcast)).isEqualTo(announced);
        assertThat(count("""
                        SELECT COUNT(*) FROM conversation c WHERE c.office_count <> (
                            SELECT COUNT(*) FROM message m WHERE m.conversation_id = c.id AND m.side = 'OFFICE')
                        """))
                .as("conversations whose counter is not the number of their messages")
                .isZero();
    }

    /** Returns how many recipients the window announced. */
    private long sendNoticeToEverybody() {
        try (var window = window()) {
            var page = loggedIn(window);
            page.getByLabel("Zaznacz firmy na tej stronie").check();
            button(page, "Zaznacz wszystkie").click();
            button(page, "POWIADOMIENIE").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            var summary = dialog.getByText(RECIPIENTS).first();
            assertThat(summary).containsText("5 000 firm");
            var recipients = RECIPIENTS.matcher(summary.innerText());
            assertThat(recipients.find()).isTrue();
            dialog.getByLabel("Treść wiadomości").fill("Od stycznia biuro jest otwarte od 7:30.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYŚLIJ"))
                    .click();
            assertThat(dialog).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
            return Long.parseLong(recipients.group(1).replaceAll("[^0-9]", ""));
        }
    }

    private void waitUntilFinished(long broadcast) {
        try (var window = window()) {
            var page = loggedIn(window);
            Awaitility.await("the notice to be finished")
                    .atMost(COMPLETED_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        page.navigate("/office/broadcast.xhtml?id=" + broadcast);
                        return page.getByText("Wysyłka zakończona").count() > 0;
                    });
        }
    }

    private BrowserContext window() {
        return Browsers.browser().newContext(new Browser.NewContextOptions().setBaseURL(server.address()));
    }

    private static Page loggedIn(BrowserContext window) {
        var page = window.newPage();
        page.navigate("/login.xhtml");
        page.getByLabel("E-mail").fill("szef@biuro.example");
        page.getByLabel("Hasło").fill("Goniec-2026");
        button(page, "ZALOGUJ").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Lista firm")))
                .isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .first();
    }

    private long newest() throws SQLException {
        return count("SELECT MAX(id) FROM broadcast");
    }

    private long count(String sql) throws SQLException {
        try (var database = server.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.Frame;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/** Dziennik zdarzeń: the head finds, takes away and checks what happened; nobody else gets there. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class AuditST {

    private static final String ADDRESS = "/office/head/audit.xhtml";

    @Test
    void theHeadFindsAnAttemptThatWasRefused(Visitor stranger, Visitor head) {
        stranger.enters("opiekunka@biuro.example").isRefused("/office/company/start.xhtml?company=999998", 404);
        head.enters("szef@biuro.example");
        Frame.of(head).chooses("Dziennik zdarzeń");
        var page = head.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Dziennik zdarzeń")))
                .isVisible();

        var filter = page.getByRole(AriaRole.SEARCH);
        filter.getByLabel("Kto").fill("opiekunka@");
        filter.getByLabel("Zdarzenie").selectOption("Odmowa dostępu");
        filter.getByLabel("tylko odmowy").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pokaż"))
                .click();

        var row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("999998"))
                .first();
        assertThat(row).containsText("opiekunka@biuro.example");
        assertThat(row).containsText("Odmówiono");
        assertThat(filter.getByLabel("tylko odmowy")).isChecked();
        assertThat(filter.getByLabel("Zdarzenie")).hasValue("REFUSED");
    }

    @Test
    void theHeadChecksTheChainAndTakesTheTrailAway(Visitor head) throws IOException {
        var page = head.enters("szef@biuro.example").page();
        page.navigate(ADDRESS);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sprawdź ciągłość"))
                .click();
        assertThat(page.getByText(Pattern.compile("Sprawdzono .* wszystko się zgadza")))
                .isVisible();

        var download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Eksportuj CSV"))
                        .click());
        assertThat(download.suggestedFilename()).matches("dziennik-\\d{4}-\\d{2}-\\d{2}\\.csv");
        var text = Files.readString(download.path(), UTF_8);
        assertThat(text).startsWith("\ufeff\"number\";\"time\";\"actor\"");
        assertThat(text).contains("\"AUDIT_CHECKED\"", "\"LOG_IN\"");
    }

    @Test
    void aCaretakerIsRefusedAndHisMenuDoesNotNameIt(Visitor caretaker) {
        caretaker.enters("opiekun@biuro.example");
        Frame.of(caretaker).opensUserMenu();
        assertThat(Frame.of(caretaker).menuItem("Dziennik zdarzeń")).hasCount(0);

        caretaker.isRefused(ADDRESS, 403);
        caretaker.isRefused("/office/head/audit.csv", 403);
    }
}

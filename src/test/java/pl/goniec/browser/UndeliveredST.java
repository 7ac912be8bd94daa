package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.Frame;
import pl.goniec.browser.page.LedgerPage;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.server.StubbornDeliveries;

/** Niedoręczone: the head finds what could not be delivered and puts it on its way again; nobody else gets there. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class UndeliveredST {

    private static final String ADDRESS = "/office/head/undelivered.xhtml";
    private static final String HEAD = "szef@biuro.example";

    @Test
    void aPartThatFailedIsPutBackAndArrivesOnce(Visitor head, Visitor owner) {
        var words = Fresh.text("Sprawdź stan kasy. " + StubbornDeliveries.MARK);
        var list = TickedList.of(head, HEAD).ticks("Optyk Oprawka");
        list.opensNotice().sends(words);
        list.details().click();
        var ledger = LedgerPage.on(head);
        assertThat(ledger.row("Urszula Wiśniewska")).containsText("Nieudane");
        var id = head.page().url().replaceFirst(".*id=(\\d+).*", "$1");

        Frame.of(head).chooses("Niedoręczone");
        var page = head.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Niedoręczone")))
                .isVisible();
        var letter = rows(page, "Odłożone wiadomości", id);
        Awaitility.await("the broker has buried it, a moment after the ledger knows")
                .pollInSameThread()
                .until(() -> {
                    refresh(page);
                    return letter.count() == 1;
                });
        assertThat(rows(page, "Powiadomienia z niedoręczonymi kopiami", id)).containsText("1 niedoręczona kopia");
        assertThat(letter).containsText("POWIADOMIENIE, część 1");
        assertThat(letter).containsText("Ostatnia próba się nie udała.");

        letter.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ponów"))
                .click();

        assertThat(Frame.of(head).status()).hasText("Wiadomość wróciła do swojej kolejki.");
        assertThat(letter).hasCount(0);
        var home = ClientHomePage.of(owner, "urszula@oprawka.example").opensWindow();
        assertThat(home.message(words)).hasCount(1);
        refresh(page);
        assertThat(rows(page, "Powiadomienia z niedoręczonymi kopiami", id)).hasCount(0);
        page.navigate("/office/broadcast.xhtml?id=" + id);
        assertThat(ledger.bar()).hasAccessibleName(Pattern.compile("Nieudane 0"));
    }

    private static void refresh(Page page) {
        page.waitForResponse(
                Pattern.compile(".*" + ADDRESS),
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Odśwież"))
                        .click());
    }

    /** Returns the rows about a POWIADOMIENIE in one of the page's tables. */
    private static Locator rows(Page page, String table, String broadcast) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(table))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("a[href$='broadcast.xhtml?id=" + broadcast + "']")));
    }

    @Test
    void aCaretakerIsRefusedAndHisMenuDoesNotNameIt(Visitor caretaker) {
        caretaker.enters("opiekun@biuro.example");
        Frame.of(caretaker).opensUserMenu();
        assertThat(Frame.of(caretaker).menuItem("Niedoręczone")).hasCount(0);

        caretaker.isRefused(ADDRESS, 403);
    }
}

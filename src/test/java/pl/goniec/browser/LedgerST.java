package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.LedgerPage;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.server.StubbornDeliveries;

/** The ledger of a POWIADOMIENIE and the list of what was sent. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class LedgerST {

    @Test
    @DisplayName(
            "S49 to all companies of a caretaker: the ledger's tiles add up to the recipients announced before sending")
    void tilesAddUpToWhatWasAnnounced(Visitor caretaker) {
        var words = Fresh.text("Biuro życzy spokojnych świąt.");
        var list = TickedList.of(caretaker, "opiekun@biuro.example");
        list.pageTick().check();
        list.tickAll().click();
        assertThat(list.tickAll()).isHidden();
        var notice = list.opensNotice();
        String announced = notice.summary().textContent();
        int recipients = Integer.parseInt(announced.replaceAll(".*, (\\d+) odbiorc.*", "$1"));
        assertThat(notice.window()).containsText("Pasieka Miodek (konto jeszcze nieaktywowane)");
        notice.sends(words);
        assertThat(list.progress()).hasAttribute("aria-valuenow", String.valueOf(recipients));
        isFollowed(list.strip());
        list.details().click();

        var ledger = LedgerPage.on(caretaker);
        assertThat(ledger.heading()).hasText(words);
        assertThat(ledger.finished()).isVisible();
        assertThat(ledger.page().getByRole(AriaRole.MAIN)).containsText(announced);
        assertThat(ledger.page().getByRole(AriaRole.MAIN))
                .containsText("1 firma nie miała odbiorcy i nic nie dostała: Pasieka Miodek");
        assertThat(ledger.number("Wszyscy odbiorcy")).isEqualTo(recipients);
        assertThat(ledger.number("W kolejce")
                        + ledger.number("Wysłane")
                        + ledger.number("Przeczytane")
                        + ledger.number("Nieudane"))
                .isEqualTo(recipients);
        assertThat(ledger.number("Wysłane")).isEqualTo(recipients);
        assertThat(ledger.bar())
                .hasAccessibleName(Pattern.compile("Wysłane " + recipients + ", Przeczytane 0, Nieudane 0"));
        assertThat(ledger.retry()).hasCount(0);
    }

    @Test
    @DisplayName("S44 the ledger has a row per recipient with state, time and the way to the conversation")
    void rowPerRecipient(Visitor head, Visitor krystyna) {
        var words = Fresh.text("Przypominamy o inwentaryzacji.");
        TickedList.of(head, "szef@biuro.example")
                .ticks("Hurtownia Papieru Kartka s.c.", "Optyk Oprawka")
                .opensNotice()
                .sends(words);
        var ledger = LedgerPage.opened(head, words);

        assertThat(ledger.content()).containsText(words);
        assertThat(ledger.rows()).hasCount(3);
        assertThat(ledger.row("Halina Szulc")).containsText("Hurtownia Papieru Kartka s.c.");
        assertThat(ledger.row("Urszula Wiśniewska")).containsText("Wysłane");
        assertThat(ledger.row("Urszula Wiśniewska"))
                .containsText(Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}"));
        assertThat(ledger.number("Wysłane")).isEqualTo(3);

        var home = ClientHomePage.of(krystyna, "krystyna@kartka.example").opensWindow();
        assertThat(home.message(words)).isVisible();
        assertThat(ledger.bar()).hasAccessibleName(Pattern.compile("Wysłane 2, Przeczytane 1"));
        assertThat(ledger.row("Krystyna Lipińska")).containsText("Przeczytane");
        assertThat(ledger.number("Wysłane") + ledger.number("Przeczytane")).isEqualTo(3);

        ledger.tile("Przeczytane").click();
        assertThat(head.page()).hasURL(Pattern.compile("state=READ"));
        assertThat(ledger.rows()).hasCount(1);
        head.page().reload();
        assertThat(ledger.rows()).hasCount(1);
        ledger.tile("Wszyscy odbiorcy").click();
        assertThat(ledger.rows()).hasCount(3);
        ledger.search().fill("Oprawka");
        ledger.search().press("Enter");
        assertThat(ledger.rows()).hasCount(1);
        assertThat(head.page()).hasURL(Pattern.compile("q=Oprawka"));

        ledger.row("Urszula Wiśniewska")
                .getByRole(
                        AriaRole.LINK, new Locator.GetByRoleOptions().setName("Otwórz konwersację: Urszula Wiśniewska"))
                .click();
        assertThat(head.page().getByRole(AriaRole.LOG)).containsText(words);
    }

    @Test
    @DisplayName("S45 what failed is sent again by Ponów nieudane and arrives once")
    void failedIsRetried(Visitor head, Visitor lena) {
        var words = Fresh.text("Sprawdź termin. " + StubbornDeliveries.MARK);
        var list = TickedList.of(head, "szef@biuro.example").ticks("Fotografia Kadr");
        list.opensNotice().sends(words);
        list.details().click();
        var ledger = LedgerPage.on(head);

        assertThat(ledger.row("Lena Zając")).containsText("Nieudane");
        assertThat(ledger.row("Lena Zając")).containsText("Nie udało się doręczyć; ponów wysyłkę");
        assertThat(ledger.number("Nieudane")).isEqualTo(1);
        var home = ClientHomePage.of(lena, "lena@kadr.example").opensWindow();
        assertThat(home.message(words)).hasCount(0);

        ledger.retry().click();

        assertThat(ledger.status()).hasText("Ponowiono wysyłkę 1 kopii.");
        assertThat(home.message(words)).hasCount(1);
        assertThat(ledger.bar()).hasAccessibleName(Pattern.compile("Nieudane 0"));
        assertThat(ledger.retry()).hasCount(0);
        lena.page().reload();
        assertThat(home.opensWindow().message(words)).hasCount(1);
    }

    @Test
    @DisplayName("S48 Wysłane powiadomienia lists what was sent, newest first, with sender and counts")
    void listOfWhatWasSent(Visitor head) {
        var words = Fresh.text("Nowy numer telefonu do kadr.");
        var list = TickedList.of(head, "szef@biuro.example");
        list.ticks("Optyk Oprawka").opensNotice().sends(words);

        head.page()
                .getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("Wysłane powiadomienia"))
                .click();

        assertThat(LedgerPage.sent(head, words)).containsText("Barbara Nowicka");
        assertThat(LedgerPage.sent(head, words)).containsText("1 firma");
        assertThat(LedgerPage.sent(head, words)).containsText("1 odbiorca");
        assertThat(head.page().getByRole(AriaRole.ROW).nth(1)).containsText(words);
        assertThat(LedgerPage.sent(head, "Zmiana godzin otwarcia biura w grudniu"))
                .hasCount(1);
        assertThat(LedgerPage.sent(head, "Zmiany w prawie: KSeF od 1 stycznia 2027"))
                .hasCount(1);
    }

    /** While it says that sending goes on, the strip is read again, and not only once. */
    private static void isFollowed(Locator strip) {
        for (int times = 0; times < 2; times++) {
            assertThat(strip).hasAttribute("data-finished", "true");
            strip.evaluate("strip => { strip.dataset.finished = 'false'; }");
        }
        assertThat(strip).hasAttribute("data-finished", "true");
    }
}

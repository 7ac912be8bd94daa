package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.BroadcastDialog;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** POWIADOMIENIE from the tick to the accounts of the clients. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class BroadcastST {

    private static final FilePayload FILE = new FilePayload(
            "Godziny otwarcia – święta.txt",
            "text/plain",
            "24 i 31 grudnia: zamknięte\n".getBytes(StandardCharsets.UTF_8));

    @Test
    @DisplayName("S42 a POWIADOMIENIE is sent from the list, no company is entered")
    void sentFromTheList(Visitor caretaker) {
        var list = TickedList.of(caretaker, "opiekun@biuro.example").ticks("Studio Tańca Piruet");

        list.opensNotice().sends(Fresh.text("W piątek biuro jest czynne krócej."));

        assertThat(list.status()).hasText("POWIADOMIENIE wysłane: 1 firma, 1 odbiorca.");
        assertThat(caretaker.page()).hasURL(Pattern.compile("/office/companies\\.xhtml"));
        assertThat(list.noticeButton()).hasText("POWIADOMIENIE");
        assertThat(list.progress()).hasAttribute("aria-valuenow", "1");
        assertThat(list.details()).isVisible();
    }

    @Test
    @DisplayName("S43 the window has the text, which is required, files, which are not, and WYŚLIJ")
    void oneWindow(Visitor caretaker) {
        var list = TickedList.of(caretaker, "opiekun@biuro.example").ticks("Studio Tańca Piruet");
        var notice = list.opensNotice();

        assertThat(notice.summary()).hasText("1 firma, 1 odbiorca");
        assertThat(notice.text()).isFocused();
        assertThat(notice.text()).hasAttribute("aria-required", "true");
        assertThat(notice.window()).containsText("Załączniki (niewymagane)");
        assertThat(notice.send()).isEnabled();

        notice.attaches(FILE);
        notice.text().fill(" \n ");
        notice.send().click();
        assertThat(notice.window()).containsText("Napisz treść wiadomości. Pusta nie zostanie wysłana.");
        assertThat(notice.text()).hasAttribute("aria-invalid", "true");
        assertThat(notice.removal(FILE.name)).isVisible();

        notice.removal(FILE.name).click();
        assertThat(notice.removal(FILE.name)).isHidden();
        notice.sends(Fresh.text("Ten list nie ma załącznika."));
        assertThat(list.status()).hasText("POWIADOMIENIE wysłane: 1 firma, 1 odbiorca.");
    }

    @Test
    @DisplayName("S43 Anuluj sends nothing and keeps the draft")
    void cancelled(Visitor head, Visitor julia) {
        var words = Fresh.text("To jeszcze nie jest gotowe.");
        var list = TickedList.of(head, "szef@biuro.example").ticks("Studio Tańca Piruet");
        var notice = list.opensNotice();
        notice.text().fill(words);
        assertThat(notice.saved()).isVisible();

        notice.cancel().click();

        assertThat(notice.window()).isHidden();
        assertThat(list.opensNotice().text()).hasValue(words);
        notice.text().fill("");
        notice.cancel().click();
        assertThat(ClientHomePage.of(julia, "julia@piruet.example")
                        .opensWindow()
                        .message(words))
                .hasCount(0);
    }

    @Test
    @DisplayName("S44 it appears on the account of every ticked company and of no other")
    void everyTickedAndNoOther(Visitor head, Visitor leszek, Visitor wanda, Visitor mieczyslaw, Visitor julia) {
        var words = Fresh.text("Od stycznia zmienia się adres do doręczeń.");
        TickedList.of(head, "szef@biuro.example")
                .ticks("Tapicerstwo Sprężynka", "Pralnia Chemiczna Kołnierzyk", "Szklarstwo Tafla")
                .opensNotice()
                .sends(words);

        assertThat(account(leszek, "leszek@sprezynka.example").message(words)).hasCount(1);
        assertThat(account(wanda, "wanda@kolnierzyk.example").message(words)).containsText("POWIADOMIENIE");
        assertThat(account(mieczyslaw, "mieczyslaw@tafla.example").message(words))
                .containsText("Barbara Nowicka");
        assertThat(account(julia, "julia@piruet.example").message(words)).hasCount(0);
    }

    @Test
    @DisplayName("S46 the file downloads from each of those accounts")
    void fileFromEachAccount(Visitor head, Visitor leszek, Visitor wanda) throws IOException {
        var words = Fresh.text("Godziny otwarcia są w pliku.");
        TickedList.of(head, "szef@biuro.example")
                .ticks("Tapicerstwo Sprężynka", "Pralnia Chemiczna Kołnierzyk")
                .opensNotice()
                .attaches(FILE)
                .sends(words);

        for (var home :
                List.of(account(leszek, "leszek@sprezynka.example"), account(wanda, "wanda@kolnierzyk.example"))) {
            Locator message = home.message(words);
            assertThat(message).containsText(FILE.name);
            Download file = home.page()
                    .waitForDownload(() ->
                            message.getByRole(AriaRole.LINK, byName(FILE.name)).click());
            assertThat(file.suggestedFilename()).isEqualTo(FILE.name);
            assertThat(Files.readAllBytes(file.path())).isEqualTo(FILE.buffer);
        }
    }

    @Test
    @DisplayName("S48 the demonstration has a notice of changed opening hours and one of a change in the law")
    void demonstrationHasBothUses(Visitor leszek) {
        var home = account(leszek, "leszek@sprezynka.example");

        assertThat(home.message("Zmiana godzin otwarcia biura w grudniu")).containsText("POWIADOMIENIE");
        assertThat(home.message("Zmiany w prawie: KSeF od 1 stycznia 2027"))
                .containsText("KSeF od 1 stycznia 2027 – co przygotować.pdf");
    }

    @Test
    @DisplayName("S50 it is a message of each company's PYTANIA KLIENTÓW, and an answer to it stays with that company")
    void answerIsPrivate(Visitor head, Visitor kazimierz, Visitor leszek, Visitor otherCaretaker) {
        var words = Fresh.text("Prosimy o potwierdzenie adresu.");
        var answer = Fresh.text("Adres bez zmian, dziękuję.");
        TickedList.of(head, "szef@biuro.example")
                .ticks("Stolarnia Heblarka", "Tapicerstwo Sprężynka")
                .opensNotice()
                .sends(words);

        var home = account(kazimierz, "kazimierz@heblarka.example");
        assertThat(home.message(words)).isVisible();
        home.says(answer);
        var other = account(leszek, "leszek@sprezynka.example");
        assertThat(other.message(words)).isVisible();
        assertThat(other.message(answer)).hasCount(0);

        Locator his = questions(head, home.company(), "Kazimierz Wiórek");
        assertThat(his.filter(having(words))).containsText("POWIADOMIENIE");
        assertThat(his.filter(having(answer))).containsText("Kazimierz Wiórek");
        Locator others = questions(head, other.company(), "Leszek Fotel");
        assertThat(others.filter(having(words))).containsText("POWIADOMIENIE");
        assertThat(others.filter(having(answer))).hasCount(0);
        assertThat(otherCaretaker
                        .enters("opiekunka@biuro.example")
                        .page()
                        .request()
                        .get("/office/company/conversations.xhtml?company=" + home.company())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("S68 a POWIADOMIENIE raises each recipient's counter by exactly 1, on the open page too")
    void counterGrowsByOne(Visitor head, Visitor filip, Visitor edyta) {
        var first = ClientHomePage.of(filip, "filip@szprycha.example");
        var second = ClientHomePage.of(edyta, "edyta@cien.example");
        int before = first.unread();
        int beforeOther = second.unread();

        TickedList.of(head, "szef@biuro.example")
                .ticks("Serwis Rowerowy Szprycha", "Rolety i Żaluzje Cień")
                .opensNotice()
                .sends(Fresh.text("Przypominamy o dokumentach do 10. dnia miesiąca."));

        assertThat(first.badge()).containsText(String.valueOf(before + 1));
        assertThat(second.badge()).containsText(String.valueOf(beforeOther + 1));
        filip.page().reload();
        assertThat(first.badge()).containsText(String.valueOf(before + 1));
        assertThat(filip.page()).hasTitle(Pattern.compile("^\\(" + (before + 1) + "\\) "));
    }

    @Test
    @DisplayName("S43 companies without a recipient are named before sending, with the reason")
    void unreachableAreNamed(Visitor head) {
        var list = TickedList.of(head, "szef@biuro.example");

        var notice = list.ticks("Salon Fryzjerski Grzebyk", "Pasieka Miodek", "Studio Tańca Piruet")
                .opensNotice();

        assertThat(notice.summary()).hasText("3 firmy, 1 odbiorca");
        assertThat(notice.window()).containsText("2 firmy nie mają odbiorcy i nic nie dostaną:");
        assertThat(notice.window()).containsText("Pasieka Miodek (konto jeszcze nieaktywowane)");
        assertThat(notice.window()).containsText("Salon Fryzjerski Grzebyk (nie ma w niej przedsiębiorcy)");
    }

    @Test
    @DisplayName("S43 Więcej opcji: Także pracownicy adds them to the recipients, Tytuł heads the message")
    void moreOptions(Visitor head, Visitor norbert, Visitor halina) {
        var words = Fresh.text("Szkolenie odbędzie się w sali konferencyjnej.");
        var list = TickedList.of(head, "szef@biuro.example").ticks("Hurtownia Papieru Kartka s.c.");
        var notice = list.opensNotice();
        assertThat(notice.summary()).hasText("1 firma, 2 odbiorcy");
        assertThat(notice.title()).isHidden();

        notice.moreOptions().click();
        notice.employees().check();
        assertThat(notice.summary()).hasText("1 firma, 3 odbiorcy");
        notice.title().fill("Szkolenie dla firm");
        notice.sends(words);

        assertThat(list.status()).hasText("POWIADOMIENIE wysłane: 1 firma, 3 odbiorcy.");
        var employee = ClientHomePage.of(norbert, "magazyn@kartka.example");
        employee.messages().click();
        assertThat(employee.message(words)).containsText("Szkolenie dla firm");
        assertThat(account(halina, "halina@kartka.example").message(words)).containsText("Szkolenie dla firm");
    }

    @Test
    @DisplayName("S43 a caretaker cannot reach beyond his companies: the window of another's list never has them")
    void draftIsOnesOwn(Visitor head, Visitor caretaker) {
        var words = Fresh.text("Szkic szefa.");
        var notice = TickedList.of(head, "szef@biuro.example")
                .ticks("Studio Tańca Piruet")
                .opensNotice();
        notice.text().fill(words);
        assertThat(notice.saved()).isVisible();

        var other = TickedList.of(caretaker, "opiekunka@biuro.example")
                .ticks("Warsztat Turbo")
                .opensNotice();

        assertThat(other.text()).hasValue("");
        notice.text().fill("");
        notice.cancel().click();
        assertThat(BroadcastDialog.of(head.page())).isHidden();
    }

    private static ClientHomePage account(Visitor client, String email) {
        return ClientHomePage.of(client, email).opensWindow();
    }

    /** Returns the messages of the office's conversation with a person. */
    private static Locator questions(Visitor office, String company, String person) {
        office.page().navigate("/office/company/conversations.xhtml?company=" + company);
        office.page()
                .getByRole(AriaRole.NAVIGATION, pageByName("Lista konwersacji"))
                .getByRole(AriaRole.LINK, byName(person))
                .click();
        return office.page().getByRole(AriaRole.LOG).getByRole(AriaRole.ARTICLE);
    }

    private static com.microsoft.playwright.Page.GetByRoleOptions pageByName(String name) {
        return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions byName(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}

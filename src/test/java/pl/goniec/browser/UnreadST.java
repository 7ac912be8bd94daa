package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.CompanyListPage;
import pl.goniec.browser.page.CompanyPage;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.browser.page.Unread;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** The number of unread messages: everywhere the same, live, and gone when there is nothing to read. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class UnreadST {

    private static final String HEAD = "szef@biuro.example";
    private static final String CARETAKER = "opiekun@biuro.example";

    @Test
    @DisplayName("S57 a client's message shows up in the office without a new log-in or a reload")
    void clientsMessageShowsUpInTheOffice(Visitor caretaker, Visitor client) {
        String text = Fresh.text("Rower służbowy: koszt czy środek trwały?");
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, "Serwis Rowerowy Szprycha");
        long before = Unread.now(conversations.inside().questionsTab());

        ThreadPanel.openedByClient(client, "filip@szprycha.example").composer().sends(text);

        Unread.shows(conversations.inside().questionsTab(), before + 1);
        Unread.shows(conversations.item("Filip Wójtowicz"), before + 1);
        assertThat(conversations.item("Filip Wójtowicz")).containsText("Rower służbowy");
        assertThat(conversations.opens("Filip Wójtowicz").message(text)).isVisible();
    }

    @Test
    @DisplayName("S57 the office's message shows up at the client without a new log-in or a reload")
    void officesMessageShowsUpAtTheClient(Visitor caretaker, Visitor client) {
        String text = Fresh.text("Amortyzację roweru liczymy od stycznia.");
        ThreadPanel office = ConversationsPage.openedBy(caretaker, CARETAKER, "Serwis Rowerowy Szprycha")
                .opens("Filip Wójtowicz");
        var home = ClientHomePage.of(client, "filip@szprycha.example");
        long before = Unread.now(home.module());

        office.composer().sends(text);

        Unread.shows(home.module(), before + 1);
        assertThat(home.lastMessage()).containsText(text);
        assertThat(home.opensWindow().message(text)).isVisible();
    }

    @Test
    @DisplayName("S58 level 1: on the list of companies beside the name, which turns bold")
    void besideTheNameOnTheList(Visitor caretaker, Visitor client) {
        String firm = "Studio Tańca Piruet";
        caretaker.enters(CARETAKER);
        Locator row = CompanyListPage.of(caretaker).finds(firm).row(firm);
        long before = Unread.now(row);

        ThreadPanel.openedByClient(client, "julia@piruet.example")
                .composer()
                .sends(Fresh.text("Czy karnety są zwolnione z VAT?"));

        Unread.shows(row, before + 1);
        assertThat(row.getByText(firm)).hasCSS("font-weight", "700");
        var name = row.getByText(firm).boundingBox();
        var number = row.getByText(Long.toString(before + 1), exactly()).boundingBox();
        assertThat(number.x - (name.x + name.width)).isBetween(0.0, 24.0);
        assertThat(number.y).isBetween(name.y - 6, name.y + name.height);
    }

    @Test
    @DisplayName("S59 level 2a: at the user icon, S60 level 2b: at WIADOMOŚCI or PYTANIA KLIENTÓW of the office")
    void atTheIconAndTheEntriesOfTheOffice(Visitor caretaker, Visitor head, Visitor client) {
        String firm = "Ubezpieczenia Parasol";
        CompanyPage inside = CompanyPage.enteredBy(caretaker, CARETAKER, firm);
        CompanyPage ofHead = CompanyPage.enteredBy(head, HEAD, firm);
        long before = Unread.now(inside.questionsTab());
        long beforeOfHead = Unread.now(ofHead.questionsTab());

        ThreadPanel.openedByClient(client, "renata@parasol.example")
                .composer()
                .sends(Fresh.text("Prowizja za listopad: faktura czy nota?"));

        iconShows(inside.frame(), before + 1);
        iconShows(ofHead.frame(), beforeOfHead + 1);
        Unread.shows(inside.questionsTab(), before + 1);
        Unread.shows(inside.frame().opensUserMenu().menuItem("WIADOMOŚCI"), before + 1);
        Unread.shows(ofHead.frame().opensUserMenu().menuItem("PYTANIA KLIENTÓW"), beforeOfHead + 1);
    }

    @Test
    @DisplayName("S60 a client's number stands at WIADOMOŚCI, S61 level 3: and in the module BIURO RACHUNKOWE")
    void atTheEntryAndTheModuleOfAClient(Visitor client, Visitor caretaker) {
        var home = ClientHomePage.of(client, "ewelina@akcent.example");
        Frame frame = Frame.of(client);
        long before = Unread.now(home.module());

        ConversationsPage.openedBy(caretaker, CARETAKER, "Szkoła Językowa Akcent")
                .opens("Ewelina Kurek")
                .composer()
                .sends(Fresh.text("Procedura VAT-marża nie obejmuje kursów."));

        Unread.shows(home.module(), before + 1);
        Unread.shows(frame.opensUserMenu().menuItem("WIADOMOŚCI"), before + 1);
        iconShows(frame, before + 1);
    }

    @Test
    @DisplayName("S62 the number counts messages, not conversations")
    void numberCountsMessages(Visitor caretaker, Visitor client) {
        String firm = "Studio Tańca Piruet";
        caretaker.enters(CARETAKER);
        Locator row = CompanyListPage.of(caretaker).finds(firm).row(firm);
        long before = Unread.now(row);
        var box = ThreadPanel.openedByClient(client, "julia@piruet.example").composer();

        box.sends(Fresh.text("Pierwsze pytanie."));
        box.sends(Fresh.text("Drugie pytanie."));
        box.sends(Fresh.text("Trzecie pytanie."));

        Unread.shows(row, before + 3);
    }

    @Test
    @DisplayName("S63 every place shows the same number for one person and company")
    void everyPlaceShowsTheSame(Visitor caretaker, Visitor client) {
        String firm = "Tapicerstwo Sprężynka";
        caretaker.enters(CARETAKER);
        var list = CompanyListPage.of(caretaker).finds(firm);
        long expected = Unread.now(list.row(firm)) + 2;
        var box = ThreadPanel.openedByClient(client, "leszek@sprezynka.example").composer();
        box.sends(Fresh.text("Faktura za gąbkę jest w skrzynce."));
        box.sends(Fresh.text("A za sprężyny będzie jutro."));

        Unread.shows(list.row(firm), expected);
        CompanyPage inside = list.enters(firm);
        iconShows(inside.frame(), expected);
        Unread.shows(inside.module(), expected);
        Unread.shows(inside.questionsTab(), expected);
        Unread.shows(inside.frame().opensUserMenu().menuItem("WIADOMOŚCI"), expected);
        Unread.shows(inside.opensQuestions().item("Leszek Fotel"), expected);
    }

    @Test
    @DisplayName("S63 the header of the main panel shows the sum of the rows, as do the bar and the title of the tab")
    void headerShowsTheSumOfTheRows(Visitor head) {
        head.enters(HEAD);
        var list = CompanyListPage.of(head);
        long sum = 0;
        for (boolean more = true; more; more = list.turnsThePage()) {
            for (Locator row : list.rows().all()) {
                sum += Unread.now(row);
            }
        }

        assertThat(sum).isPositive();
        Unread.shows(list.title(), sum);
        assertThat(list.frame().total()).hasAccessibleName("Wszystkie firmy: " + Unread.sentence(sum));
        assertThat(head.page()).hasTitle("(" + sum + ") Lista firm – Goniec");
    }

    @Test
    @DisplayName("S64 opening marks what it displays as read, and every counter falls in that very response")
    void countersFallInTheResponse(Visitor caretaker, Visitor client) {
        String firm = "Tapicerstwo Sprężynka";
        ThreadPanel.openedByClient(client, "leszek@sprezynka.example")
                .composer()
                .sends(Fresh.text("Proszę o korektę."));
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, firm);
        CompanyPage inside = conversations.inside();
        long unread = Unread.now(inside.questionsTab());
        assertThat(unread).isPositive();
        long total = totalOf(inside.frame());
        // Nothing else may tell the page its numbers.
        caretaker.page().route("**/live?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));

        ThreadPanel thread = conversations.opens("Leszek Fotel");

        assertThat(thread.log()).containsText(Unread.sentence(unread));
        Unread.shows(inside.questionsTab(), 0);
        Unread.shows(conversations.item("Leszek Fotel"), 0);
        iconShows(inside.frame(), 0);
        assertThat(inside.frame().total())
                .hasAccessibleName(Pattern.compile("^Wszystkie firmy: " + (total - unread) + " "));
        assertThat(caretaker.page())
                .hasTitle(Pattern.compile(total == unread ? "^" + firm : "^\\(" + (total - unread) + "\\) " + firm));
        Unread.shows(inside.frame().opensUserMenu().menuItem("WIADOMOŚCI"), 0);
    }

    @Test
    @DisplayName("S64 the counters fall in another tab shortly after")
    void countersFallInAnotherTab(Visitor caretaker, Visitor client) {
        String firm = "Optyk Oprawka";
        ThreadPanel.openedByClient(client, "urszula@oprawka.example")
                .composer()
                .sends(Fresh.text("Faktura za prąd dosłana."));
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, firm);
        Visitor tab = caretaker.opensTab("/office/companies.xhtml");
        Locator row = CompanyListPage.of(tab).finds(firm).row(firm);
        assertThat(Unread.at(row)).isVisible();

        caretaker.page().bringToFront();
        conversations.opens("Urszula Wiśniewska");

        Unread.shows(row, 0);
    }

    @Test
    @DisplayName("S64 a tab that nobody looks at reads nothing, until somebody does")
    void hiddenTabReadsNothing(Visitor caretaker, Visitor client) {
        caretaker.page().addInitScript("""
                Object.defineProperty(document, 'visibilityState', { get: () => sessionStorage.getItem('hidden') ? 'hidden' : 'visible' });
                """);
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, "Optyk Oprawka");
        ThreadPanel thread = conversations.opens("Urszula Wiśniewska");
        Unread.shows(conversations.inside().questionsTab(), 0);
        ThreadPanel ofClient = ThreadPanel.openedByClient(client, "urszula@oprawka.example");
        String text = Fresh.text("Jeszcze jedna faktura.");

        caretaker.page().evaluate("sessionStorage.setItem('hidden', 'yes')");
        ofClient.composer().sends(text);
        assertThat(thread.message(text)).isVisible();
        Unread.shows(conversations.inside().questionsTab(), 1);
        assertThat(ofClient.message(text)).containsText("Wysłano");

        caretaker
                .page()
                .evaluate("sessionStorage.removeItem('hidden');"
                        + " document.dispatchEvent(new Event('visibilitychange'))");
        Unread.shows(conversations.inside().questionsTab(), 0);
        assertThat(ofClient.message(text)).containsText("Przeczytano w biurze:");
    }

    @Test
    @DisplayName("S65 at zero there is no badge anywhere")
    void noBadgeAtZero(Visitor caretaker, Visitor client) {
        String firm = "Myjnia Bezdotykowa Piana";
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, firm);
        conversations.opens("Artur Wódka").composer().sends(Fresh.text("Wszystko rozliczone."));
        var home = ClientHomePage.of(client, "artur@piana.example").opensWindow();

        CompanyPage inside = conversations.inside();
        for (Locator place : List.of(
                inside.questionsTab(),
                inside.frame().userIcon(),
                inside.frame().opensUserMenu().menuItem("WIADOMOŚCI"),
                conversations.item("Artur Wódka"),
                home.module(),
                Frame.of(client).userIcon())) {
            Unread.shows(place, 0);
        }
        inside.frame().backToList().click();
        Unread.shows(CompanyListPage.of(caretaker).finds(firm).row(firm), 0);
        assertThat(client.page()).hasTitle("STRONA GŁÓWNA – Goniec");
    }

    @Test
    @DisplayName("S66 one's own messages never count, nor do those of a colleague")
    void ownMessagesNeverCount(Visitor caretaker, Visitor head, Visitor client) {
        String firm = "Zakład Krawiecki Fastryga";
        CompanyPage ofHead = CompanyPage.enteredBy(head, HEAD, firm);
        long beforeOfHead = Unread.now(ofHead.questionsTab());
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, firm);
        ThreadPanel thread = conversations.opens("Jadwiga Igła");
        Unread.shows(conversations.inside().questionsTab(), 0);
        var home = ClientHomePage.of(client, "jadwiga@fastryga.example");
        long beforeOfClient = Unread.now(home.module());
        String text = Fresh.text("Pani Jadwigo, składki są opłacone.");

        thread.composer().sends(text);

        Unread.shows(home.module(), beforeOfClient + 1);
        Unread.shows(conversations.inside().questionsTab(), 0);
        assertThat(head.page().getByText(text)).isVisible();
        Unread.shows(ofHead.questionsTab(), beforeOfHead);

        home.opensWindow();
        Unread.shows(home.module(), 0);
        home.says(Fresh.text("Dziękuję bardzo."));
        Unread.shows(home.module(), 0);
        iconShows(Frame.of(client), 0);
    }

    @Test
    @DisplayName("S67 the number is red, with a text that says it and what it counts, in the right plural")
    void redWithATextThatSaysWhatItCounts(Visitor caretaker, Visitor client) {
        String firm = "Kawiarnia Filiżanka";
        caretaker.enters(CARETAKER);
        CompanyListPage.of(caretaker).enters(firm).opensQuestions().opens("Oliwia Sadowska");
        Locator row = CompanyListPage.openedBy(caretaker).finds(firm).row(firm);
        Unread.shows(row, 0);
        var box = ThreadPanel.openedByClient(client, "oliwia@filizanka.example").composer();

        box.sends(Fresh.text("Kasa znów działa."));
        assertThat(row.getByText("1 nieprzeczytana wiadomość", exactly())).isVisible();
        Locator pill = row.getByText("1", exactly()).locator("xpath=..");
        assertThat(pill).hasCSS("background-color", "rgb(196, 22, 42)");
        assertThat(pill).hasCSS("color", "rgb(255, 255, 255)");

        box.sends(Fresh.text("Serwis był rano."));
        assertThat(row.getByText("2 nieprzeczytane wiadomości", exactly())).isVisible();
        box.sends(Fresh.text("Raport się wydrukował."));
        box.sends(Fresh.text("Wysyłam zdjęcie jutro."));
        box.sends(Fresh.text("Albo jeszcze dziś."));
        assertThat(row.getByText("5 nieprzeczytanych wiadomości", exactly())).isVisible();
    }

    @Test
    @DisplayName("S69 once the client has read, the office sees who and when, without a reload")
    void officeSeesWhoReadAndWhen(Visitor caretaker, Visitor client) {
        String text = Fresh.text("Proszę potwierdzić numer rachunku.");
        ThreadPanel thread = ConversationsPage.openedBy(caretaker, CARETAKER, "Lodziarnia Wafelek")
                .opens("Kinga Mazurek");
        thread.composer().sends(text);
        assertThat(thread.message(text)).containsText("Wysłano");
        assertThat(thread.message(text)).not().containsText("Przeczytano");

        var home = ClientHomePage.of(client, "kinga@wafelek.example");
        assertThat(home.lastMessage()).containsText(text);
        assertThat(thread.message(text)).not().containsText("Przeczytano");
        home.opensWindow();

        assertThat(thread.message(text))
                .containsText(Pattern.compile("Przeczytano: Kinga Mazurek, \\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d"));
        assertThat(thread.message(text)).not().containsText("Wysłano");
    }

    private static void iconShows(Frame frame, long number) {
        if (number == 0) {
            assertThat(frame.userIcon()).not().hasAccessibleDescription(Pattern.compile("nieprzeczyt"));
            Unread.shows(frame.userIcon(), 0);
        } else {
            assertThat(frame.userIcon()).hasAccessibleDescription(Pattern.compile(Unread.sentence(number) + "$"));
            assertThat(frame.userIcon().getByText(Long.toString(number), exactly()))
                    .isVisible();
        }
    }

    private static long totalOf(Frame frame) {
        return Long.parseLong(frame.total().getAttribute("aria-label").replaceAll("\\D+", ""));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}

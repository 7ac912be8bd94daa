package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.CompanyListPage;
import pl.goniec.browser.page.CompanyPage;
import pl.goniec.browser.page.Composer;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.browser.page.PickerDialog;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** The office starts a conversation: the way there, the recipient, cancelling. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class StartingAConversationST {

    private static final String HEAD = "szef@biuro.example";
    private static final String CARETAKER = "opiekun@biuro.example";

    private static final String FIRM = "Przedszkole Niepubliczne Skrzat";
    private static final String PERSON = "Aleksandra Mała";
    private static final String EMAIL = "aleksandra@skrzat.example";

    @Test
    @DisplayName("S10 from the list to a sent message in five clicks, and sending reloads no page")
    void fiveClicksToASentMessage(Visitor caretaker) {
        caretaker.enters(CARETAKER);
        var list = CompanyListPage.of(caretaker).finds(FIRM);
        String text = Fresh.text("Proszę o listę dzieci do wyżywienia.");
        countClicksOf(caretaker);

        Composer composer = list.enters(FIRM).opensQuestions().starts().chooses(PERSON);
        caretaker.page().evaluate("window.sameDocument = true");
        composer.types(text);
        composer.sendButton().click();

        var conversations = CompanyPage.of(caretaker, FIRM);
        assertThat(ConversationsPage.shownTo(caretaker, FIRM).thread(PERSON).message(text))
                .isVisible();
        assertThat(clicksOf(caretaker)).isEqualTo(5);
        assertThat(caretaker.page().evaluate("window.sameDocument === true")).isEqualTo(true);
        assertThat(conversations.name()).isVisible();
    }

    @Test
    @DisplayName("S19 the head goes by user icon » PYTANIA KLIENTÓW")
    void headGoesByPytaniaKlientow(Visitor head) {
        goesByTheMenu(head, HEAD, "PYTANIA KLIENTÓW", "WIADOMOŚCI");
    }

    @Test
    @DisplayName("S20 a caretaker goes by user icon » WIADOMOŚCI")
    void caretakerGoesByWiadomosci(Visitor caretaker) {
        goesByTheMenu(caretaker, CARETAKER, "WIADOMOŚCI", "PYTANIA KLIENTÓW");
    }

    @Test
    @DisplayName("S21 START » PYTANIA KLIENTÓW, S23 and both ways end on one screen")
    void bothWaysEndOnOneScreen(Visitor head, Visitor caretaker) {
        CompanyPage.enteredBy(head, HEAD, FIRM).opensQuestions();
        String byTab = head.page().url();
        head.page().goBack();
        CompanyPage.of(head, FIRM).opensQuestionsByMenu("PYTANIA KLIENTÓW");
        assertThat(head.page()).hasURL(byTab);

        CompanyPage.enteredBy(caretaker, CARETAKER, FIRM).opensQuestions();
        assertThat(caretaker.page()).hasURL(byTab);
        caretaker.page().goBack();
        CompanyPage.of(caretaker, FIRM).opensQuestionsByMenu("WIADOMOŚCI");
        assertThat(caretaker.page()).hasURL(byTab);
    }

    @Test
    @DisplayName(
            "S24 there is the button ROZPOCZNIJ NOWĄ KONWERSACJĘ, S25 it opens the window with the company's people")
    void buttonOpensTheWindowWithThePeople(Visitor caretaker) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, "Piekarnia Złoty Kłos");
        assertThat(conversations.startButton()).hasText("ROZPOCZNIJ NOWĄ KONWERSACJĘ");

        PickerDialog picker = conversations.starts();

        assertThat(picker.peopleOf("Piekarnia Złoty Kłos")).isVisible();
        assertThat(picker.rows()).hasCount(3);
        offers(picker, "Anna Kłos", "przedsiębiorca", "anna@zlotyklos.example");
        offers(picker, "Jan Maj", "pracownik", "jan@zlotyklos.example");
        offers(picker, "Magdalena Rybak", "pracownik", "magda@zlotyklos.example");
    }

    @Test
    @DisplayName("S25 a person without an activated account is greyed with the reason")
    void personWithoutAccountCannotBeChosen(Visitor caretaker) {
        PickerDialog picker = ConversationsPage.openedBy(caretaker, CARETAKER, "Pasieka Miodek")
                .starts();

        Locator zenon = picker.row("Zenon Barć");
        assertThat(zenon).hasAttribute("aria-disabled", "true");
        assertThat(zenon).containsText("zenon@miodek.example");
        assertThat(zenon)
                .containsText(
                        Pattern.compile(
                                "Konto nieaktywowane: zaproszenie wysłane \\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d czeka na odpowiedź"));
        assertThat(zenon.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(zenon.getByRole(AriaRole.LINK)).hasCount(0);
    }

    @Test
    @DisplayName("S26 hovering a row shows WYBIERZ, and clicking that selects the person")
    void hoveringShowsWybierz(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Locator button = picker.chooseButton(PERSON);
        picker.cancelButton().hover();
        picker.cancelButton().focus();
        assertThat(button).hasCSS("opacity", "0");

        picker.row(PERSON).hover();
        assertThat(button).hasCSS("opacity", "1");
        assertThat(button).hasText("WYBIERZ");

        button.click();
        assertThat(picker.messageTo(PERSON)).isVisible();
        assertThat(picker.window()).containsText(EMAIL);
    }

    @Test
    @DisplayName("S26 focusing a row shows WYBIERZ too, and Enter selects the person")
    void focusShowsWybierz(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Locator button = picker.chooseButton(PERSON);
        picker.cancelButton().hover();

        picker.address(EMAIL).focus();
        assertThat(button).hasCSS("opacity", "1");
        caretaker.page().keyboard().press("Tab");
        assertThat(button).isFocused();
        caretaker.page().keyboard().press("Enter");

        assertThat(picker.messageTo(PERSON)).isVisible();
        assertThat(picker.composer(PERSON).text()).isFocused();
    }

    @Test
    @DisplayName("S26 where nothing can hover, WYBIERZ is always shown, and a tap selects the person")
    void touchShowsWybierz() {
        try (BrowserContext tablet = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(System.getProperty("goniec.url"))
                        .setLocale("pl-PL")
                        .setViewportSize(1280, 800)
                        .setHasTouch(true)
                        .setIsMobile(true))) {
            Visitor caretaker = new Visitor(tablet.newPage(), List.of());
            PickerDialog picker = picker(caretaker);

            assertThat(picker.chooseButton(PERSON)).hasCSS("opacity", "1");
            picker.chooseButton(PERSON).tap();

            assertThat(picker.messageTo(PERSON)).isVisible();
        }
    }

    @Test
    @DisplayName("S27 clicking the e-mail address selects the person as well")
    void addressSelectsAsWell(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);

        Composer composer = picker.choosesByAddress(PERSON, EMAIL);

        assertThat(picker.messageTo(PERSON)).isVisible();
        assertThat(composer.text()).isFocused();
    }

    @Test
    @DisplayName("S28 then the window has the text, the control WYBIERZ for files, and WYŚLIJ")
    void windowHasTextFilesAndSend(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Composer composer = picker.chooses(PERSON);

        assertThat(composer.text()).isEditable();
        assertThat(composer.chooseFile()).containsText("WYBIERZ");
        assertThat(composer.chooseFile()).isEnabled();
        assertThat(composer.sendButton()).hasText("WYŚLIJ");
        assertThat(composer.sendButton()).isEnabled();
    }

    @Test
    @DisplayName("S28 going back to the people keeps the text for whom one chooses next")
    void goingBackKeepsTheText(Visitor caretaker) {
        PickerDialog picker = ConversationsPage.openedBy(caretaker, CARETAKER, "Hurtownia Papieru Kartka s.c.")
                .starts();
        String text = Fresh.text("Proszę o spis z natury.");

        picker.chooses("Norbert Walczak").types(text);
        picker.backButton().click();
        assertThat(picker.peopleOf("Hurtownia Papieru Kartka s.c.")).isVisible();
        Composer composer = picker.chooses("Norbert Walczak");

        assertThat(composer.text()).hasValue(text);
        composer.types("");
        picker.cancels();
    }

    @Test
    @DisplayName("S34 cancelling at the people sends nothing")
    void cancellingAtThePeopleSendsNothing(Visitor caretaker) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);
        String before = conversations.item(PERSON).textContent();

        conversations.starts().cancels();
        assertThat(conversations.startButton()).isFocused();
        conversations.starts();
        caretaker.page().keyboard().press("Escape");
        assertThat(caretaker.page().getByRole(AriaRole.DIALOG)).isHidden();

        caretaker.page().reload();
        assertThat(conversations.item(PERSON)).hasText(before);
    }

    @Test
    @DisplayName("S34 cancelling at the text sends nothing, with the button and with Escape")
    void cancellingAtTheTextSendsNothing(Visitor caretaker, Visitor client) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);
        String text = Fresh.text("Tego nie wysyłam.");
        String before = conversations.item(PERSON).textContent();

        PickerDialog picker = conversations.starts();
        picker.chooses(PERSON).types(text);
        picker.cancels();
        Composer again = conversations.starts().chooses(PERSON);
        again.types(text);
        caretaker.page().keyboard().press("Escape");
        assertThat(picker.window()).isHidden();

        assertThat(ThreadPanel.openedByClient(client, EMAIL)
                        .messages()
                        .filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(0);
        caretaker.page().reload();
        assertThat(conversations.item(PERSON)).hasText(before);
    }

    private static PickerDialog picker(Visitor caretaker) {
        return ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).starts();
    }

    private static void goesByTheMenu(Visitor visitor, String email, String label, String othersLabel) {
        var inside = CompanyPage.enteredBy(visitor, email, FIRM);
        Frame frame = inside.frame().opensUserMenu();
        assertThat(frame.menuItem(label)).isVisible();
        assertThat(frame.menuItem(othersLabel)).hasCount(0);

        inside.opensQuestionsByMenu(label);
    }

    private static void offers(PickerDialog picker, String person, String role, String email) {
        assertThat(picker.row(person)).containsText(role);
        assertThat(picker.row(person).getByRole(AriaRole.LINK)).hasText(email);
        assertThat(picker.chooseButton(person)).isAttached();
    }

    private static void countClicksOf(Visitor visitor) {
        visitor.page().evaluate("sessionStorage.removeItem('clicks')");
        String counting = "addEventListener('click', event => { if (event.isTrusted) { sessionStorage.setItem('clicks',"
                + " 1 + Number(sessionStorage.getItem('clicks'))); } }, true)";
        visitor.page().addInitScript(counting);
        visitor.page().evaluate(counting);
    }

    private static int clicksOf(Visitor visitor) {
        return Integer.parseInt((String) visitor.page().evaluate("sessionStorage.getItem('clicks')"));
    }
}

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** START of a przedsiębiorca, of a pracownik, and of somebody with two companies. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class ClientStartST {

    @Test
    @DisplayName("S8 an entrepreneur's START » STRONA GŁÓWNA has the module BIURO RACHUNKOWE")
    void entrepreneurHasTheModule(Visitor danuta) {
        var home = ClientHomePage.of(danuta, "danuta@rzodkiewka.example");

        assertThat(current(home.page(), "START")).hasAttribute("aria-current", "page");
        assertThat(current(home.page(), "STRONA GŁÓWNA")).hasAttribute("aria-current", "page");
        assertThat(home.module().getByRole(AriaRole.HEADING, byName("BIURO RACHUNKOWE")))
                .isVisible();
        assertThat(home.module()).containsText("Tomasz Zieliński");
        assertThat(home.module().getByRole(AriaRole.LINK, byName("22 555 12 02")))
                .hasAttribute("href", "tel:22 555 12 02");
        assertThat(home.module()).containsText("poniedziałek – piątek");
        assertThat(home.module()).containsText("8:00–16:00");
    }

    @Test
    @DisplayName("S51 ROZPOCZNIJ KONWERSACJĘ opens the window in which the client talks with the office")
    void buttonOpensTheWindow(Visitor danuta) {
        var home = ClientHomePage.of(danuta, "danuta@rzodkiewka.example");
        assertThat(home.window()).isHidden();

        home.talk().click();

        assertThat(home.window()).isVisible();
        assertThat(home.log()).isVisible();
        assertThat(home.text()).isFocused();
        home.closesWindow();
        assertThat(home.talk()).isFocused();
    }

    @Test
    @DisplayName("S52 the client picks nobody: what he writes reaches the head and every caretaker of the company")
    void addresseeIsTheOffice(Visitor ludwik, Visitor head, Visitor caretaker, Visitor otherCaretaker) {
        var words = Fresh.text("Czy księgować zwrot za chmiel?");
        var home = ClientHomePage.of(ludwik, "ludwik@chmielowyzdroj.example").opensWindow();

        assertThat(home.window()).containsText("Tomasz Zieliński");
        assertThat(home.window()).containsText("Ewa Dąbrowska");
        assertThat(home.window().getByRole(AriaRole.COMBOBOX)).hasCount(0);
        assertThat(home.window().getByRole(AriaRole.TEXTBOX)).hasCount(1);
        home.says(words);

        assertThat(officeLog(head.enters("szef@biuro.example"), home.company(), "Ludwik Chmiel"))
                .containsText(words);
        assertThat(officeLog(caretaker.enters("opiekun@biuro.example"), home.company(), "Ludwik Chmiel"))
                .containsText(words);
        assertThat(officeLog(otherCaretaker.enters("opiekunka@biuro.example"), home.company(), "Ludwik Chmiel"))
                .containsText(words);
    }

    @Test
    @DisplayName("S53 one window serves the first message and the next: history, text, file, WYŚLIJ")
    void oneWindowForAll(Visitor artur) throws IOException {
        var first = Fresh.text("Dzień dobry, chcę dokupić drugą myjnię.");
        var second = Fresh.text("Przesyłam ofertę.");
        byte[] bytes = "Żółta oferta\n".getBytes(StandardCharsets.UTF_8);
        var home = ClientHomePage.of(artur, "artur@piana.example");

        home.opensWindow().says(first).closesWindow();

        assertThat(home.talk()).hasText("ROZPOCZNIJ KONWERSACJĘ");
        assertThat(home.lastMessage()).containsText(first);
        home.lastMessage().click();
        assertThat(home.message(first)).isVisible();
        home.attaches(new FilePayload("Oferta myjni – żółta.txt", "text/plain", bytes))
                .says(second);
        assertThat(home.removal("Oferta myjni – żółta.txt")).isHidden();
        assertThat(home.message(second)).containsText("Oferta myjni – żółta.txt");
        assertThat(home.message(second)).containsText("Wysłano");

        Download file = home.downloads("Oferta myjni – żółta.txt");
        assertThat(file.suggestedFilename()).isEqualTo("Oferta myjni – żółta.txt");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(bytes);
        home.closesWindow();
        assertThat(home.talk()).hasText("ROZPOCZNIJ KONWERSACJĘ");
        assertThat(home.lastMessage()).containsText(second);
    }

    @Test
    @DisplayName("S53 a blank message is refused in the window beside the field, and the file stays")
    void blankIsRefused(Visitor artur) {
        var home = ClientHomePage.of(artur, "artur@piana.example").opensWindow();
        home.attaches(new FilePayload("Paragon.txt", "text/plain", "12,30".getBytes(StandardCharsets.UTF_8)));
        home.text().fill("   ");

        home.send().click();

        assertThat(home.window()).containsText("Napisz treść wiadomości. Pusta nie zostanie wysłana.");
        assertThat(home.text()).hasAttribute("aria-invalid", "true");
        home.removal("Paragon.txt").click();
        assertThat(home.removal("Paragon.txt")).isHidden();
    }

    @Test
    @DisplayName("S54 user icon » WIADOMOŚCI opens the window over STRONA GŁÓWNA")
    void menuOpensTheWindow(Visitor danuta) {
        var home = ClientHomePage.of(danuta, "danuta@rzodkiewka.example");

        home.menuButton().click();
        home.menuItem("WIADOMOŚCI").click();

        assertThat(home.window()).isVisible();
        assertThat(home.log()).isVisible();
        assertThat(home.page()).hasURL(Pattern.compile("/client/home\\.xhtml"));
        home.closesWindow();
        assertThat(home.module()).isVisible();
    }

    @Test
    @DisplayName("S55 an employee's STRONA GŁÓWNA shows caretaker, phone, hours and the link WIADOMOŚCI")
    void employeeHasNoModule(Visitor sylwia) {
        var home = ClientHomePage.of(sylwia, "biuro@wolt.example");

        assertThat(home.contact()).containsText("Tomasz Zieliński");
        assertThat(home.contact().getByRole(AriaRole.LINK, byName("22 555 12 02")))
                .isVisible();
        assertThat(home.contact()).containsText("8:00–16:00");
        assertThat(home.messages()).isVisible();
        assertThat(home.module()).hasCount(0);
        assertThat(home.talk()).hasCount(0);
    }

    @Test
    @DisplayName("S55 by WIADOMOŚCI an employee reads, answers and starts")
    void employeeReadsAnswersAndStarts(Visitor sylwia, Visitor ewelina, Visitor head) {
        var answer = Fresh.text("Wniosek urlopowy zostawiłam w teczce.");
        var home = ClientHomePage.of(sylwia, "biuro@wolt.example");
        home.messages().click();
        assertThat(home.log().getByRole(AriaRole.ARTICLE).first()).isVisible();
        home.says(answer);
        assertThat(officeLog(head.enters("szef@biuro.example"), home.company(), "Sylwia Orzeł"))
                .containsText(answer);

        var start = Fresh.text("Czy mogę dostać PIT-11 wcześniej?");
        var other = ClientHomePage.of(ewelina, "skladnia@akapit.example");
        other.messages().click();
        other.says(start);
        assertThat(officeLog(head, other.company(), "Ewelina Mroczek")).containsText(start);
    }

    @Test
    @DisplayName("S55 an employee without the permission finds no way to start, and is told why")
    void employeeWithoutPermissionDoesNotStart(Visitor natalia) {
        String reason = "nie masz uprawnienia do rozpoczynania konwersacji z biurem";
        var home = ClientHomePage.of(natalia, "biuro@sek.example");
        assertThat(home.contact()).containsText(reason);

        home.messages().click();

        assertThat(home.window()).containsText(reason);
        assertThat(home.text()).hasCount(0);
        assertThat(home.send()).hasCount(0);
    }

    @Test
    @DisplayName("S56 a client with one company goes straight in and sees no list of companies")
    void oneCompanyNeedsNoList(Visitor danuta) {
        var home = ClientHomePage.of(danuta, "danuta@rzodkiewka.example");

        assertThat(home.page().getByRole(AriaRole.BANNER)).containsText("Warzywa i Owoce Rzodkiewka");
        assertThat(home.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Lista firm")))
                .hasCount(0);
    }

    @Test
    @DisplayName("S56 a client of two companies sees those two, and others answer as not found")
    void ownCompaniesOnly(Visitor maria, Visitor danuta) {
        String foreign = ClientHomePage.of(danuta, "danuta@rzodkiewka.example").company();

        Page page = maria.enters("maria@dwiefirmy.example").page();
        Locator mine = page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LISTITEM);
        assertThat(mine).hasCount(2);
        assertThat(mine.filter(having("Kwiaciarnia Pod Różą"))).containsText("NIP");
        assertThat(mine.filter(having("Pracownia Florystyczna Paproć"))).containsText("przedsiębiorca");

        mine.getByRole(AriaRole.LINK, byName("Pracownia Florystyczna Paproć")).click();
        var home = ClientHomePage.on(maria);
        assertThat(page.getByRole(AriaRole.BANNER)).containsText("Pracownia Florystyczna Paproć");
        assertThat(home.module()).containsText("Ewa Dąbrowska");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Lista firm"))
                .click();
        assertThat(mine).hasCount(2);

        assertThat(page.request().get("/client/home.xhtml?company=" + foreign).status())
                .isEqualTo(404);
    }

    private static Locator officeLog(Visitor office, String company, String person) {
        office.page().navigate("/office/company/conversations.xhtml?company=" + company);
        office.page()
                .getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Lista konwersacji"))
                .getByRole(AriaRole.LINK, byName(person))
                .click();
        return office.page().getByRole(AriaRole.LOG);
    }

    private static Locator current(Page page, String tab) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(tab).setExact(true));
    }

    private static Locator.GetByRoleOptions byName(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.CompanyListPage;
import pl.goniec.browser.page.CompanyPage;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** Who of the office reaches whom of a company, and who sees nothing of it. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class WhoMayTalkToWhomST {

    private static final String HEAD = "szef@biuro.example";
    private static final String CARETAKER = "opiekun@biuro.example";
    private static final String OTHER_CARETAKER = "opiekunka@biuro.example";
    private static final String FORMER_CARETAKER = "byla@biuro.example";
    private static final String STAFF = "kadry@biuro.example";

    private static final String GARDEN = "Centrum Ogrodnicze Malwa";
    private static final String PRINTERS = "Drukarnia Akapit s.j.";
    private static final String HAULIERS = "Przewozy Międzynarodowe Szlak";

    @Test
    @DisplayName("S12 the head writes to an entrepreneur")
    void headWritesToAnEntrepreneur(Visitor head, Visitor beata) {
        writes(head, HEAD, "Barbara Nowicka", GARDEN, "Beata Ogrodnik", beata, "beata@malwa.example");
    }

    @Test
    @DisplayName("S13 the head writes to an employee of a company")
    void headWritesToAnEmployee(Visitor head, Visitor kamil) {
        writes(head, HEAD, "Barbara Nowicka", GARDEN, "Kamil Pietrzak", kamil, "szklarnia@malwa.example");
    }

    @Test
    @DisplayName("S14 a caretaker writes to an entrepreneur of his company")
    void caretakerWritesToAnEntrepreneur(Visitor caretaker, Visitor witold) {
        writes(caretaker, CARETAKER, "Tomasz Zieliński", PRINTERS, "Witold Czarnecki", witold, "witold@akapit.example");
    }

    @Test
    @DisplayName("S15 a caretaker writes to an employee of his company")
    void caretakerWritesToAnEmployee(Visitor caretaker, Visitor ewelina) {
        writes(
                caretaker,
                CARETAKER,
                "Tomasz Zieliński",
                PRINTERS,
                "Ewelina Mroczek",
                ewelina,
                "skladnia@akapit.example");
    }

    @Test
    @DisplayName("S16 only the people added to the company are offered, and no address can be typed")
    void onlyThePeopleOfTheCompanyAreOffered(Visitor caretaker) {
        var picker = ConversationsPage.openedBy(caretaker, CARETAKER, "Hurtownia Papieru Kartka s.c.")
                .starts();

        assertThat(picker.rows()).hasCount(3);
        assertThat(picker.row("Krystyna Lipińska")).isVisible();
        assertThat(picker.row("Halina Szulc")).isVisible();
        assertThat(picker.row("Norbert Walczak")).isVisible();
        assertThat(picker.window().getByRole(AriaRole.TEXTBOX)).hasCount(0);
        assertThat(picker.window().getByRole(AriaRole.SEARCHBOX)).hasCount(0);
        assertThat(picker.window().getByRole(AriaRole.COMBOBOX)).hasCount(0);
    }

    @Test
    @DisplayName("S17 a caretaker of other companies finds nothing of this one: list, address, conversation, download")
    void caretakerOfOtherCompaniesSeesNothing(Visitor theirs, Visitor other) {
        var company = CompanyPage.enteredBy(theirs, OTHER_CARETAKER, HAULIERS);
        String number = company.number();
        ThreadPanel thread = company.opensQuestions().opens("Wojciech Mielnik");
        assertThat(thread.file("Dokładam jeszcze rozliczenie paliwa", "Paragon z trasy.jpg"))
                .isVisible();
        String conversation = theirs.page().url().replaceFirst(".*conversation=(\\d+).*", "$1");
        String download = thread.file("Dokładam jeszcze rozliczenie paliwa", "Paragon z trasy.jpg")
                .getAttribute("href");

        other.enters(CARETAKER);
        var list = CompanyListPage.of(other);
        list.searchField().fill(HAULIERS);
        assertThat(other.page().getByText("Nic nie pasuje do „" + HAULIERS + "”"))
                .isVisible();
        assertThat(list.rows()).hasCount(0);

        other.isRefused("/office/company/start.xhtml?company=" + number, 404);
        assertThat(other.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Nie znaleziono")))
                .isVisible();
        assertThat(other.page().locator("body")).not().containsText(HAULIERS);
        other.isRefused("/office/company/conversations.xhtml?company=" + number, 404);
        other.isRefused("/office/company/conversations.xhtml?company=" + number + "&conversation=" + conversation, 404);
        other.isRefused(download, 404);
        assertThat(other.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Nie znaleziono")))
                .isVisible();
    }

    @Test
    @DisplayName("S17 a conversation of another company is not found under the address of one's own")
    void foreignConversationIsNotFoundUnderOnesOwnCompany(Visitor theirs, Visitor other) {
        ConversationsPage.openedBy(theirs, OTHER_CARETAKER, HAULIERS).opens("Wojciech Mielnik");
        String conversation = theirs.page().url().replaceFirst(".*conversation=(\\d+).*", "$1");
        String own = CompanyPage.enteredBy(other, CARETAKER, PRINTERS).number();

        other.isRefused("/office/company/conversations.xhtml?company=" + own + "&conversation=" + conversation, 404);
    }

    @Test
    @DisplayName("S18 office staff gets the frame and an empty state, no toolbar, and every company is not found")
    void officeStaffSeesNoCompany(Visitor caretaker, Visitor staff) {
        seesNoCompany(caretaker, staff, STAFF);
    }

    @Test
    @DisplayName("S18 a caretaker who looks after nobody any more sees the same")
    void formerCaretakerSeesNoCompany(Visitor caretaker, Visitor former) {
        seesNoCompany(caretaker, former, FORMER_CARETAKER);
    }

    @Test
    @DisplayName("S22 a client has no PYTANIA KLIENTÓW, and its address is refused")
    void clientHasNoQuestionsOfClients(Visitor caretaker, Visitor client) {
        String number = CompanyPage.enteredBy(caretaker, CARETAKER, PRINTERS).number();

        client.enters("witold@akapit.example");
        Frame frame = Frame.of(client).opensUserMenu();
        assertThat(frame.menuItem("WIADOMOŚCI")).isVisible();
        assertThat(client.page().getByText("PYTANIA KLIENTÓW")).hasCount(0);

        client.isRefused("/office/company/conversations.xhtml?company=" + number, 403);
        assertThat(client.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Brak dostępu")))
                .isVisible();
    }

    private static void writes(
            Visitor office,
            String officeEmail,
            String author,
            String company,
            String person,
            Visitor client,
            String clientEmail) {
        String text = Fresh.text("Dzień dobry, proszę o dokumenty za miniony miesiąc.");
        var conversations = ConversationsPage.openedBy(office, officeEmail, company);
        conversations.starts().chooses(person).sends(text);
        assertThat(conversations.thread(person).message(text)).isVisible();

        Locator received = ThreadPanel.openedByClient(client, clientEmail).message(text);

        assertThat(received).isVisible();
        assertThat(received).containsText(author);
    }

    private static void seesNoCompany(Visitor caretaker, Visitor person, String email) {
        String number = CompanyPage.enteredBy(caretaker, CARETAKER, PRINTERS).number();

        person.enters(email);
        var list = CompanyListPage.of(person);
        assertThat(person.page()
                        .getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Nie masz przypisanych firm")))
                .isVisible();
        assertThat(list.frame().userIcon()).isVisible();
        assertThat(list.toolbar()).hasCount(0);
        assertThat(list.rows()).hasCount(0);
        assertThat(person.page().getByText("PYTANIA KLIENTÓW")).hasCount(0);

        person.isRefused("/office/company/start.xhtml?company=" + number, 404);
        person.isRefused("/office/company/conversations.xhtml?company=" + number, 404);
    }
}

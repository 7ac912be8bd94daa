package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.CompanyListPage;
import pl.goniec.browser.page.CompanyPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/** The lista firm as the first screen, and the frame inside a company. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class EnteringACompanyST {

    private static final String HEAD = "szef@biuro.example";
    private static final String CARETAKER = "opiekun@biuro.example";
    private static final String FIRM = "Kamieniarstwo Granit";
    private static final String CLIENT = "henryk@granit.example";

    @Test
    @DisplayName("S4 the first screen of the office is the list of companies, each with a tick and its name")
    void listOfCompaniesIsTheFirstScreen(Visitor head) {
        head.enters(HEAD);
        var list = CompanyListPage.of(head);

        assertThat(head.page()).hasURL(Pattern.compile("/office/companies\\.xhtml$"));
        assertThat(list.rows()).hasCount(25);
        for (Locator row : list.rows().all()) {
            String name = row.getByRole(AriaRole.LINK).textContent();
            assertThat(row.getByRole(AriaRole.CHECKBOX)).hasAccessibleName("Zaznacz: " + name);
            assertThat(row.getByRole(AriaRole.LINK)).hasAccessibleName(name);
        }
    }

    @Test
    @DisplayName("S5 a click on the name enters the company, whose name stays in view, with a way back to the list")
    void nameEntersAndTheListIsOneClickBack(Visitor caretaker) {
        caretaker.enters(CARETAKER);
        var company = CompanyListPage.of(caretaker).enters(FIRM);

        assertThat(caretaker.page()).hasURL(Pattern.compile("/office/company/start\\.xhtml\\?company=\\d+$"));
        assertThat(company.name()).isVisible();
        company.opensQuestions();
        assertThat(company.name()).isVisible();

        company.frame().backToList().click();
        CompanyListPage.of(caretaker);
        assertThat(caretaker.page()).hasURL(Pattern.compile("/office/companies\\.xhtml"));
    }

    @Test
    @DisplayName("S5 a tick never enters the company")
    void tickStaysOnTheList(Visitor caretaker) {
        caretaker.enters(CARETAKER);
        var list = CompanyListPage.of(caretaker).finds(FIRM);

        list.tick(FIRM).check();

        assertThat(caretaker.page().getByText("Zaznaczono 1 firmę")).isVisible();
        assertThat(list.row(FIRM)).isVisible();
        assertThat(caretaker.page()).hasURL(Pattern.compile("/office/companies\\.xhtml"));
    }

    @Test
    @DisplayName("S6 the user icon stands top right inside a company and opens a menu")
    void userIconOpensAMenu(Visitor caretaker) {
        Frame frame = CompanyPage.enteredBy(caretaker, CARETAKER, FIRM).frame();

        BoundingBox icon = frame.userIcon().boundingBox();
        assertThat(icon.x + icon.width).isGreaterThan(1280 - 40);
        assertThat(icon.y).isLessThan(48);
        assertThat(frame.userMenu()).isHidden();

        frame.userIcon().click();
        assertThat(frame.userMenu()).isVisible();
        assertThat(frame.menuItem("WIADOMOŚCI")).isFocused();
        assertThat(frame.menuItem("Ustawienia")).isVisible();
        assertThat(frame.menuItem("Wyloguj")).isVisible();

        caretaker.page().keyboard().press("Escape");
        assertThat(frame.userMenu()).isHidden();
        assertThat(frame.userIcon()).isFocused();
    }

    @Test
    @DisplayName("S6 who presses the user icon before the page has come whole has the menu too")
    void userIconOpensItsMenuBeforeThePageHasComeWhole(Visitor caretaker) {
        caretaker.enters(CARETAKER);
        caretaker.page().addInitScript("""
                const listen = document.addEventListener;
                document.addEventListener = function (kind, ...rest) {
                  if (kind !== 'DOMContentLoaded') { listen.call(document, kind, ...rest); }
                };
                """);
        caretaker.page().navigate("/office/companies.xhtml");
        Frame frame = CompanyListPage.of(caretaker).frame();

        frame.userIcon().click();

        assertThat(frame.userMenu()).isVisible();
    }

    @Test
    @DisplayName("S7 inside a company START has STRONA GŁÓWNA and, for the office, PYTANIA KLIENTÓW")
    void startOfTheOffice(Visitor caretaker) {
        var company = CompanyPage.enteredBy(caretaker, CARETAKER, FIRM);

        assertThat(company.start()).isVisible();
        assertThat(company.homeTab()).hasAttribute("aria-current", "page");
        assertThat(company.questionsTab()).isVisible();
        assertThat(company.tabs().getByRole(AriaRole.LINK)).hasCount(2);
        assertThat(company.module()).containsText("Tomasz Zieliński");
        assertThat(company.module()).containsText("Henryk Skała");
    }

    @Test
    @DisplayName("S7 a client's START has STRONA GŁÓWNA alone")
    void startOfAClient(Visitor client) {
        client.enters(CLIENT);
        var company = CompanyPage.of(client, FIRM);

        assertThat(company.start()).isVisible();
        assertThat(company.homeTab()).isVisible();
        assertThat(company.tabs().getByRole(AriaRole.LINK)).hasCount(1);
    }
}

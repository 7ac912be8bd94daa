package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.CompanyListPage;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.server.TestPeople;

@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class LogInST {

    @Test
    void wrongPasswordIsRefusedWithOneGenericSentence(Visitor visitor) {
        visitor.logsIn(TestPeople.STAFF, "zle-haslo");

        assertThat(visitor.page().getByText("Nie udało się zalogować. Sprawdź adres e-mail i hasło."))
                .isVisible();
        assertThat(visitor.page().getByLabel("E-mail")).hasValue(TestPeople.STAFF);
        assertThat(visitor.page().getByLabel("Hasło")).hasValue("");
    }

    @Test
    void unknownAndBlockedPersonsReadTheSameSentence(Visitor unknown, Visitor blocked) {
        unknown.logsIn("nikt@test.example", TestPeople.PASSWORD);
        blocked.logsIn(TestPeople.BLOCKED, TestPeople.PASSWORD);

        for (Visitor visitor : List.of(unknown, blocked)) {
            assertThat(visitor.page().getByText("Nie udało się zalogować. Sprawdź adres e-mail i hasło."))
                    .isVisible();
            assertThat(visitor.page().getByLabel("Hasło")).hasValue("");
        }
    }

    @Test
    void caseOfTheAddressDoesNotMatter(Visitor head) {
        head.logsIn("Szef@BIURO.example", "Goniec-2026");

        CompanyListPage list = CompanyListPage.of(head);
        assertThat(list.frame().opensUserMenu().userMenu()).containsText("szef@biuro.example");
    }

    @Test
    void accountOfTheDemonstrationFillsInTheForm(Visitor visitor) {
        visitor.page().navigate("/login.xhtml");

        visitor.page()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("opiekunka@biuro.example"))
                .click();
        assertThat(visitor.page().getByLabel("E-mail")).hasValue("opiekunka@biuro.example");
        visitor.page().keyboard().press("Enter");

        CompanyListPage list = CompanyListPage.of(visitor);
        assertThat(list.frame().bar()).containsText("Ewa Dąbrowska");
    }

    @Test
    void ofWhoOnlyLooksNoStateIsKept(Visitor stranger) {
        for (var address : List.of("/login.xhtml", "/forgotten.xhtml")) {
            stranger.page().navigate(address);
            assertThat(stranger.page()
                            .locator("[name='jakarta.faces.ViewState']")
                            .first())
                    .hasValue("stateless");
        }
    }

    @Test
    void whoLogsOutMustLogInAgain(Visitor caretaker) {
        caretaker.enters("opiekun@biuro.example");

        CompanyListPage.of(caretaker).frame().chooses("Wyloguj");
        assertThat(caretaker.page()).hasURL(Pattern.compile("/login\\.xhtml$"));

        caretaker.page().navigate("/office/companies.xhtml");
        assertThat(caretaker.page().getByLabel("Hasło")).isVisible();
    }

    @Test
    void addressThatWasWantedOpensAfterTheLogInWhateverItsCase(Visitor visitor) {
        visitor.page().navigate("/login.xhtml?from=%2Ffavicon.svg%3Fx%3D1");

        visitor.fillsLogIn("Kadrowa@Test.Example", TestPeople.PASSWORD);

        assertThat(visitor.page()).hasURL(Pattern.compile("^[^?]*/favicon\\.svg\\?x=1$"));
    }

    @Test
    void addressOfAnotherSiteIsNeverFollowed(Visitor visitor) {
        visitor.page().navigate("/login.xhtml?from=https%3A%2F%2Fevil.example%2F");

        visitor.fillsLogIn("jan@zlotyklos.example", "Goniec-2026");

        assertThat(visitor.page()).hasURL(Pattern.compile("/client/home\\.xhtml.*$"));
    }
}

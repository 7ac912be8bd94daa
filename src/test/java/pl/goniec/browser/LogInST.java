package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
}

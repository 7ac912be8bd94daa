package pl.goniec.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.Visitor;

/** A client who has written a message in a real browser: what she is told when it can not be sent, and that her text is kept. */
final class AtTheBrowser implements AutoCloseable {

    static final String CLIENT = "anna@zlotyklos.example";
    private static final String SENTENCE = "Nie udało się. Wpisany tekst jest nadal na stronie";

    private final ClientHomePage home;
    private final String text;

    private AtTheBrowser(ClientHomePage home, String text) {
        this.home = home;
        this.text = text;
    }

    /** Opens a window in which this is written and not yet sent. */
    static AtTheBrowser writes(String address, String text) {
        var window = Browsers.browser().newContext(new Browser.NewContextOptions().setBaseURL(address));
        var home = ClientHomePage.of(new Visitor(window.newPage(), new ArrayList<>()), CLIENT)
                .opensWindow();
        home.text().fill(text);
        return new AtTheBrowser(home, text);
    }

    /** Presses WYŚLIJ, which must be refused with a sentence within this time. */
    void isToldWithin(Duration limit) {
        home.send().click();
        assertThat(home.page().locator("#status"))
                .containsText(
                        SENTENCE, new LocatorAssertions.ContainsTextOptions().setTimeout((double) limit.toMillis()));
        assertThat(home.text()).hasValue(text);
    }

    /** Presses WYŚLIJ again, which sends it, once. */
    void sends() {
        home.send().click();
        assertThat(home.text()).hasValue("");
        assertThat(home.message(text)).hasCount(1);
    }

    @Override
    public void close() {
        home.page().context().close();
    }
}

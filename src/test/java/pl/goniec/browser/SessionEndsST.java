package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.Composer;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** A session that ends under one's hands: log in again, and everything typed is there. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class SessionEndsST {

    private static final String CARETAKER = "opiekunka@biuro.example";
    private static final String FIRM = "Zegarmistrz Wahadło";
    private static final String PERSON = "Mikołaj Czas";

    @Test
    @DisplayName("a reply that is sent after the session has ended is there again after the log-in, and then goes")
    void replySurvives(Visitor caretaker) {
        String text = Fresh.text("Długa odpowiedź o składce zdrowotnej.");
        ThreadPanel thread =
                ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).opens(PERSON);
        String address = caretaker.page().url();
        caretaker.page().context().clearCookies();

        thread.composer().types(text).sendButton().click();
        logsInAgain(caretaker, CARETAKER);

        assertThat(caretaker.page()).hasURL(address);
        ThreadPanel again = ConversationsPage.shownTo(caretaker, FIRM).thread(PERSON);
        assertThat(again.composer().text()).hasValue(text);
        again.composer().sends();
        assertThat(again.message(text)).hasCount(1);
    }

    @Test
    @DisplayName("a first message survives a log-out in another tab")
    void firstMessageSurvives(Visitor caretaker) {
        String text = Fresh.text("Pierwsza wiadomość, jeszcze niewysłana.");
        Composer box =
                ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).starts().chooses(PERSON);
        Frame.of(caretaker.opensTab("/office/companies.xhtml")).chooses("Wyloguj");
        caretaker.page().bringToFront();

        box.types(text).sendButton().click();
        logsInAgain(caretaker, CARETAKER);

        Composer again = ConversationsPage.shownTo(caretaker, FIRM).starts().chooses(PERSON);
        assertThat(again.text()).hasValue(text);
        again.types("");
    }

    @Test
    @DisplayName("who is typing when the session ends is told so, and led away by nothing but his own click")
    void whoIsTypingIsOnlyTold(Visitor caretaker) {
        String text = Fresh.text("Piszę dalej, choć sesja wygasła.");
        ThreadPanel thread =
                ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).opens(PERSON);
        caretaker.page().context().clearCookies();

        thread.composer().types(text);

        Locator bar = bar(caretaker);
        assertThat(bar).isVisible();
        assertThat(thread.composer().text()).hasValue(text);
        bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zaloguj się"))
                .click();
        logsInAgain(caretaker, CARETAKER);
        assertThat(ConversationsPage.shownTo(caretaker, FIRM)
                        .thread(PERSON)
                        .composer()
                        .text())
                .hasValue(text);
    }

    @Test
    @DisplayName("what a client typed to the office survives as well")
    void clientsTextSurvives(Visitor client) {
        String text = Fresh.text("Zegar stanął, a z nim sesja.");
        ClientHomePage.of(client, "mikolaj@wahadlo.example").opensWindow();
        client.page().context().clearCookies();

        ThreadPanel.inWindowOf(client).composer().types(text).sendButton().click();
        logsInAgain(client, "mikolaj@wahadlo.example");

        var home = ClientHomePage.on(client).opensWindow();
        assertThat(home.text()).hasValue(text);
        home.send().click();
        assertThat(home.message(text)).hasCount(1);
    }

    @Test
    @DisplayName("a page that was left open over a log-out and a new log-in says that it has expired")
    void pageOfAnEarlierSessionHasExpired(Visitor caretaker) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);
        Visitor tab = caretaker.opensTab("/office/companies.xhtml");
        Frame.of(tab).chooses("Wyloguj");
        tab.enters(CARETAKER);
        caretaker.page().bringToFront();

        conversations.item(PERSON).click();

        assertThat(caretaker.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Strona wygasła")))
                .isVisible();
    }

    @Test
    @DisplayName(
            "the bar that says so covers nothing of the window in which a client is typing, nor when the phone is turned")
    void barCoversNothing(Visitor client) {
        var home = ClientHomePage.of(client, "mikolaj@wahadlo.example").opensWindow();
        client.page().context().clearCookies();

        home.text().fill(Fresh.text("Czas się skończył."));

        assertThat(bar(client)).isVisible();
        awaitAbove(home.send(), bar(client));
        client.page().setViewportSize(360, 640);
        awaitAbove(home.send(), bar(client));
        client.expected(401);
    }

    private static void awaitAbove(Locator upper, Locator lower) {
        upper.page().waitForCondition(() -> upper.boundingBox().y + upper.boundingBox().height < lower.boundingBox().y);
    }

    private static Locator bar(Visitor visitor) {
        return visitor.page()
                .getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("Sesja wygasła. Zaloguj się ponownie"));
    }

    private static void logsInAgain(Visitor visitor, String email) {
        visitor.page().waitForURL(Pattern.compile("/login\\.xhtml\\?from="));
        visitor.fillsLogIn(email, DemoAccount.PASSWORD);
        visitor.page().waitForURL(address -> !address.contains("/login.xhtml"));
        visitor.expected(401);
    }
}

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/** Ustawienia: language and colours are the person's own and stay. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class SettingsST {

    private static final String PERSON = "renata@parasol.example";

    /** The server of the tests has no patience for a quarter of an hour. */
    private static final String EVERY_MINUTE = "Zbiorczo, co minutę";

    @Test
    void languageIsSwitchedAndRemembered(Visitor renata, Visitor elsewhere, Visitor later) {
        var page = settings(renata, "Ustawienia");

        choice(page, "English").check();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Settings")))
                .isVisible();
        elsewhere.enters(PERSON);
        Page other = elsewhere.page();
        assertThat(other.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("ACCOUNTING OFFICE")))
                .isVisible();
        assertThat(other.locator("html")).hasAttribute("lang", "en");

        choice(page, "Polski").check();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Ustawienia")))
                .isVisible();
        assertThat(ClientHomePage.of(later, PERSON).module()).isVisible();
    }

    @Test
    void coloursChangeAtOnceAndStay(Visitor renata) {
        var page = settings(renata, "Ustawienia");
        String light = background(page);

        stored(page, () -> choice(page, "Ciemny").check());
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(background(page)).isNotEqualTo(light);
        page.navigate("/client/companies.xhtml");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        var again = settings(renata.page());
        stored(again, () -> choice(again, "Jak w systemie").check());
        assertThat(page.locator("html")).not().hasAttribute("data-theme", "dark");
        assertThat(background(page)).isEqualTo(light);
        stored(again, () -> choice(again, "Jasny").check());
        assertThat(background(page)).isEqualTo(light);
        stored(again, () -> choice(again, "Jak w systemie").check());
    }

    @Test
    void lettersComeAsChosen(Visitor renata) {
        var page = settings(renata, "Ustawienia");

        stored(page, () -> choice(page, "Nigdy").check());
        assertThat(choice(settings(page), "Nigdy")).isChecked();

        stored(page, () -> choice(page, EVERY_MINUTE).check());
        assertThat(choice(settings(page), EVERY_MINUTE)).isChecked();
    }

    /** Chooses, and waits until the server has it: who leaves the page sooner may leave his choice behind. */
    private static void stored(Page page, Runnable choosing) {
        page.waitForResponse(
                answer ->
                        answer.request().method().equals("POST") && answer.url().contains("/settings.xhtml"),
                choosing);
    }

    private static Page settings(Visitor visitor, String label) {
        var home = ClientHomePage.of(visitor, PERSON);
        home.menuButton().click();
        home.menuItem(label).click();
        return atSettings(visitor.page());
    }

    private static Page settings(Page page) {
        page.navigate("/settings.xhtml?side=client");
        return atSettings(page);
    }

    private static Page atSettings(Page page) {
        assertThat(page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Wygląd")))
                .isVisible();
        return page;
    }

    private static Locator choice(Page page, String label) {
        return page.getByRole(
                AriaRole.RADIO, new GetByRoleOptions().setName(label).setExact(true));
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.Frame;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/** Poczta: the head sees how letters are getting on; nobody else gets there. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class MailST {

    private static final String ADDRESS = "/office/head/mail.xhtml";

    @Test
    void theHeadSeesThatLettersGoOut(Visitor head) {
        head.enters("szef@biuro.example");
        Frame.of(head).chooses("Poczta");
        var page = head.page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Poczta")))
                .isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Odśwież"))
                .click();

        assertThat(page.getByText("Poczta działa.")).isVisible();
        assertThat(page.locator(".g-tile").first()).containsText("czeka");
    }

    @Test
    void aCaretakerIsRefusedAndHisMenuDoesNotNameIt(Visitor caretaker) {
        caretaker.enters("opiekun@biuro.example");
        Frame.of(caretaker).opensUserMenu();
        assertThat(Frame.of(caretaker).menuItem("Poczta")).hasCount(0);

        caretaker.isRefused(ADDRESS, 403);
    }
}

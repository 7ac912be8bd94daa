package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.CompanyAdminPage;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/** What a przedsiębiorca sees of his pracownicy, while the switch of the company lets him. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class OversightST {

    private static final String HEAD = "szef@biuro.example";
    private static final String GARDEN = "Centrum Ogrodnicze Malwa";
    private static final String OWNER = "beata@malwa.example";
    private static final String EMPLOYEE = "szklarnia@malwa.example";

    @Test
    void theOwnerOnlyReadsAndOnlyWhileTheCompanyLetsHim(Visitor head, Visitor owner, Visitor employee) {
        var number = ClientHomePage.of(owner, OWNER).company();
        var list = "/client/oversight.xhtml?company=" + number;
        owner.isRefused(list, 404);
        CompanyAdminPage.openedBy(head.enters(HEAD), GARDEN).letsEntrepreneursLook(true);
        try {
            var question = "Pytanie ze szklarni " + System.nanoTime();
            asks(employee, question);
            employee.isRefused(list, 404);

            owner.page().navigate("/client/home.xhtml?company=" + number);
            int unread = ClientHomePage.on(owner).unread();
            owner.page()
                    .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Konwersacje pracowników"))
                    .click();
            reads(owner, question);
            var conversation = owner.page().url();
            owner.page().navigate("/client/home.xhtml?company=" + number);
            assertThat(ClientHomePage.on(owner).unread()).isEqualTo(unread);

            CompanyAdminPage.openedBy(head, GARDEN).letsEntrepreneursLook(false);
            owner.isRefused(conversation, 404);
        } finally {
            CompanyAdminPage.openedBy(head, GARDEN).letsEntrepreneursLook(false);
        }
    }

    private static void asks(Visitor employee, String question) {
        var home = ClientHomePage.of(employee, EMPLOYEE);
        assertThat(employee.page()
                        .getByText("Przedsiębiorca może czytać Twoją konwersację z biurem.")
                        .first())
                .isVisible();
        home.messages().click();
        home.says(question);
    }

    private static void reads(Visitor owner, String question) {
        var page = owner.page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Kamil Pietrzak"))
                .click();
        assertThat(page.getByRole(AriaRole.LOG)).containsText(question);
        assertThat(page.getByText("Tę konwersację możesz tylko czytać.")).isVisible();
        assertThat(page.locator("textarea")).hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("WYŚLIJ")))
                .hasCount(0);
    }
}

package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import pl.goniec.fixture.Visitor;

/** Inside a company: its name, START with what is below it, and on entering the office's STRONA GŁÓWNA. */
public final class CompanyPage {

    private final Page page;
    private final String company;

    private CompanyPage(Page page, String company) {
        this.page = page;
        this.company = company;
    }

    static CompanyPage of(Page page, String company) {
        var inside = new CompanyPage(page, company);
        assertThat(inside.name()).isVisible();
        return inside;
    }

    /** The company that a visitor is in. */
    public static CompanyPage of(Visitor visitor, String company) {
        return of(visitor.page(), company);
    }

    /** Logs in to the office and enters a company. */
    public static CompanyPage enteredBy(Visitor visitor, String email, String company) {
        visitor.enters(email);
        return CompanyListPage.of(visitor).enters(company);
    }

    public Frame frame() {
        return Frame.of(page);
    }

    /** The company's name in the frame. */
    public Locator name() {
        return frame().bar().getByText(company, new Locator.GetByTextOptions().setExact(true));
    }

    /** The tab START of the company. */
    public Locator start() {
        return frame().bar()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("START").setExact(true));
    }

    /** The tabs below START. */
    public Locator tabs() {
        return page.getByRole(
                AriaRole.NAVIGATION, new GetByRoleOptions().setName("START").setExact(true));
    }

    public Locator homeTab() {
        return tabs().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("STRONA GŁÓWNA"));
    }

    public Locator questionsTab() {
        return tabs().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("PYTANIA KLIENTÓW"));
    }

    /** The module of STRONA GŁÓWNA, named after the company. */
    public Locator module() {
        return page.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(company).setExact(true));
    }

    /** START » PYTANIA KLIENTÓW. */
    public ConversationsPage opensQuestions() {
        questionsTab().click();
        return ConversationsPage.of(page, company);
    }

    /** User icon » PYTANIA KLIENTÓW (szef) or WIADOMOŚCI (opiekun). */
    public ConversationsPage opensQuestionsByMenu(String label) {
        frame().chooses(label);
        return ConversationsPage.of(page, company);
    }

    /** The number under which the company stands in addresses. */
    public String number() {
        var number = Pattern.compile("[?&]company=(\\d+)").matcher(page.url());
        if (!number.find()) {
            throw new IllegalStateException("Not inside a company: " + page.url());
        }
        return number.group(1);
    }
}

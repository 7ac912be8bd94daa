package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import pl.goniec.fixture.Visitor;

/** START » PYTANIA KLIENTÓW: the list of conversations and the one that is open. */
public final class ConversationsPage {

    private final Page page;
    private final String company;

    private ConversationsPage(Page page, String company) {
        this.page = page;
        this.company = company;
    }

    static ConversationsPage of(Page page, String company) {
        var conversations = new ConversationsPage(page, company);
        assertThat(conversations.heading()).isAttached();
        return conversations;
    }

    /** The conversations that a visitor has before him. */
    public static ConversationsPage shownTo(Visitor visitor, String company) {
        return of(visitor.page(), company);
    }

    /** Logs in to the office, enters a company and opens its conversations. */
    public static ConversationsPage openedBy(Visitor visitor, String email, String company) {
        return CompanyPage.enteredBy(visitor, email, company).opensQuestions();
    }

    public CompanyPage inside() {
        return CompanyPage.of(page, company);
    }

    public Locator heading() {
        return page.getByRole(
                AriaRole.HEADING,
                new GetByRoleOptions().setName("PYTANIA KLIENTÓW: " + company).setExact(true));
    }

    public Locator startButton() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("ROZPOCZNIJ NOWĄ KONWERSACJĘ"));
    }

    /** Presses ROZPOCZNIJ NOWĄ KONWERSACJĘ. */
    public PickerDialog starts() {
        startButton().click();
        return PickerDialog.of(page);
    }

    public Locator searchField() {
        return page.getByRole(AriaRole.SEARCHBOX, new GetByRoleOptions().setName("Szukaj w konwersacjach"));
    }

    public Locator items() {
        return page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Lista konwersacji"))
                .getByRole(AriaRole.LINK);
    }

    /** The conversation with a person, in the list. */
    public Locator item(String person) {
        return items().filter(new Locator.FilterOptions().setHasText(person));
    }

    /** Clicks the conversation with a person. */
    public ThreadPanel opens(String person) {
        item(person).click();
        return thread(person);
    }

    /** The open conversation. */
    public ThreadPanel thread(String person) {
        Locator panel = page.getByRole(
                AriaRole.REGION,
                new GetByRoleOptions().setName("Konwersacja: " + person).setExact(true));
        assertThat(panel).isVisible();
        return ThreadPanel.in(page, panel);
    }
}

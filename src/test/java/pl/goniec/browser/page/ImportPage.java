package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import pl.goniec.fixture.Visitor;

/** Import: a list is chosen, what it would do is shown, and then it is done. */
public final class ImportPage {

    private final Page page;

    private ImportPage(Page page) {
        this.page = page;
    }

    /** User icon » Import. */
    public static ImportPage openedBy(Visitor head) {
        Frame.of(head).chooses("Import");
        assertThat(head.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName("Import").setExact(true)))
                .isVisible();
        return new ImportPage(head.page());
    }

    /** Chooses a file and waits until it is shown what it would do. */
    public ImportPage chooses(String name, byte[] list) {
        tries(name, list);
        assertThat(heading("Co zmieni „" + name + "”")).isVisible();
        return this;
    }

    /** Chooses a file, which may be refused. */
    public void tries(String name, byte[] list) {
        page.waitForFileChooser(() -> page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("WYBIERZ plik"))
                        .click())
                .setFiles(new FilePayload(name, "text/csv", list));
    }

    /** What is said of a file that is no list. */
    public Locator refusal() {
        return page.locator("#list");
    }

    public Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(words));
    }

    /** One of the numbers, by the words in front of it. */
    public Locator number(String words) {
        return page.locator("dl.g-sums div")
                .filter(new Locator.FilterOptions().setHasText(words))
                .locator("dd");
    }

    /** What is said when everything is there already. */
    public Locator note() {
        return page.locator("#outcome .g-note");
    }

    /** The rows that are left out. */
    public Locator faults() {
        return page.locator("#faults tbody tr");
    }

    public Locator inviting() {
        return page.getByRole(AriaRole.CHECKBOX);
    }

    public Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(words).setExact(true));
    }

    public Locator bar() {
        return page.getByRole(AriaRole.PROGRESSBAR, new GetByRoleOptions().setName("Postęp importu"));
    }

    /** Presses a button that begins the work, and returns what the page is answered. */
    public Response presses(String button) {
        return page.waitForResponse("**/import.xhtml", () -> button(button).click());
    }
}

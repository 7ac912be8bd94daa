package pl.goniec.browser.page;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import pl.goniec.fixture.Visitor;

/** A client's START » STRONA GŁÓWNA, and over it the window in which he talks with the office. */
public final class ClientHomePage {

    private final Page page;

    private ClientHomePage(Page page) {
        this.page = page;
    }

    /** Logs in somebody with one company, who goes straight in. */
    public static ClientHomePage of(Visitor visitor, String email) {
        visitor.enters(email);
        return on(visitor);
    }

    /** Takes the screen that is open. */
    public static ClientHomePage on(Visitor visitor) {
        visitor.page().waitForURL("**/client/home.xhtml**");
        return new ClientHomePage(visitor.page());
    }

    public Page page() {
        return page;
    }

    /** Returns the number by which addresses call the company. */
    public String company() {
        return page.url().replaceFirst(".*[?&]company=(\\d+).*", "$1");
    }

    public Locator module() {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("BIURO RACHUNKOWE"));
    }

    public Locator contact() {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Kontakt z biurem"));
    }

    /** Returns the red number of the module, as it is read out. */
    public Locator badge() {
        return module().getByText(Pattern.compile("nieprzeczytan"));
    }

    /** Returns how many unread messages the module counts now. */
    public int unread() {
        return badge().count() == 0 ? 0 : Integer.parseInt(badge().textContent().replaceAll("\\D+", ""));
    }

    public Locator talk() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("ROZPOCZNIJ KONWERSACJĘ"));
    }

    /** Returns the last message in the module, which is a link. */
    public Locator lastMessage() {
        return module().getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.TIME)));
    }

    /** Returns the link of an employee's page. */
    public Locator messages() {
        return contact().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("WIADOMOŚCI"));
    }

    public Locator menuButton() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Menu użytkownika"));
    }

    public Locator menuItem(String name) {
        return page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(name));
    }

    /** Returns the window; it bears the name of the office. */
    public Locator window() {
        return page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("Biuro Rachunkowe Saldo"));
    }

    public Locator log() {
        return window().getByRole(AriaRole.LOG);
    }

    public Locator text() {
        return window().getByLabel("Treść wiadomości");
    }

    public Locator send() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYŚLIJ"));
    }

    /** Returns the messages of the log that say this. */
    public Locator message(String text) {
        return log().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(text));
    }

    public ClientHomePage opensWindow() {
        talk().click();
        log().waitFor();
        return this;
    }

    public ClientHomePage closesWindow() {
        page.keyboard().press("Escape");
        window().waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        return this;
    }

    public ClientHomePage attaches(FilePayload file) {
        page.waitForFileChooser(() -> window().getByRole(
                                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYBIERZ plik"))
                        .click())
                .setFiles(file);
        removal(file.name).waitFor();
        return this;
    }

    /** Returns the button that takes an attached file away again. */
    public Locator removal(String file) {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Usuń załącznik " + file));
    }

    /** Writes and sends, and waits until it stands in the log. */
    public ClientHomePage says(String text) {
        text().fill(text);
        send().click();
        message(text).waitFor();
        return this;
    }

    public Download downloads(String file) {
        return page.waitForDownload(() -> log().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(file))
                .first()
                .click());
    }
}

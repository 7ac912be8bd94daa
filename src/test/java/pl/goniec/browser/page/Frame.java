package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import pl.goniec.fixture.Visitor;

/** What stands around every screen behind the log-in: the user icon with its menu, the way back, the status line. */
public final class Frame {

    private final Page page;

    private Frame(Page page) {
        this.page = page;
    }

    public static Frame of(Visitor visitor) {
        return new Frame(visitor.page());
    }

    static Frame of(Page page) {
        return new Frame(page);
    }

    /** The bar across the top. */
    public Locator bar() {
        return page.getByRole(AriaRole.BANNER);
    }

    public Locator userIcon() {
        return bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Menu użytkownika"));
    }

    /** The opened menu of the user icon. */
    public Locator userMenu() {
        return page.getByRole(AriaRole.MENU, new GetByRoleOptions().setName("Menu użytkownika"));
    }

    public Frame opensUserMenu() {
        if (!userMenu().isVisible()) {
            userIcon().click();
        }
        assertThat(userMenu()).isVisible();
        return this;
    }

    /** An entry of the opened menu, by the words that it begins with. */
    public Locator menuItem(String label) {
        return userMenu()
                .getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHas(page.getByText(label, exactly())));
    }

    /** User icon » entry. */
    public void chooses(String label) {
        opensUserMenu();
        menuItem(label).click();
    }

    /** The way back to the list of companies. */
    public Locator backToList() {
        return bar().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Lista firm").setExact(true));
    }

    /** The sum over all companies, in the bar. */
    public Locator total() {
        return bar().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Wszystkie firmy:"));
    }

    /** The line in which results are announced. */
    public Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}

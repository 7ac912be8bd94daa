package pl.goniec.browser.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import pl.goniec.fixture.Visitor;

/** What became of one POWIADOMIENIE: its text, tiles that are states and filters, a row for each recipient. */
public final class LedgerPage {

    private final Page page;

    private LedgerPage(Page page) {
        this.page = page;
    }

    /** Takes the ledger that is open. */
    public static LedgerPage on(Visitor visitor) {
        visitor.page()
                .waitForURL(Pattern.compile("/office/broadcast\\.xhtml\\?id=").asPredicate());
        return new LedgerPage(visitor.page());
    }

    /** Opens the ledger from the list of what was sent, by its title. */
    public static LedgerPage opened(Visitor visitor, String title) {
        visitor.page().navigate("/office/broadcasts.xhtml");
        sent(visitor, title).getByRole(AriaRole.LINK).click();
        return on(visitor);
    }

    /** Returns the row of a notice in the list of what was sent, which is open. */
    public static Locator sent(Visitor visitor, String title) {
        return visitor.page()
                .getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Wysłane powiadomienia"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(title));
    }

    public Page page() {
        return page;
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    /** Returns the tile of a state, which is a link that filters. */
    public Locator tile(String state) {
        return page.getByRole(AriaRole.NAVIGATION, new GetByRoleOptions().setName("Filtruj według stanu"))
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(state));
    }

    /** Returns the number on the tile of a state; a state that has no tile counts nobody. */
    public int number(String state) {
        return tile(state).count() == 0
                ? 0
                : Integer.parseInt(tile(state).getByRole(AriaRole.STRONG).textContent());
    }

    /** Returns the bar that repeats the tiles. */
    public Locator bar() {
        return page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName("Wysłane"));
    }

    public Locator content() {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Treść"));
    }

    public Locator finished() {
        return page.getByText("Wysyłka zakończona");
    }

    public Locator retry() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Ponów nieudane"));
    }

    public Locator search() {
        return page.getByRole(AriaRole.SEARCHBOX, new GetByRoleOptions().setName("Szukaj firmy lub osoby"));
    }

    /** Returns the rows of the recipients without the head of the table. */
    public Locator rows() {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Odbiorcy"))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasNot(page.getByRole(AriaRole.COLUMNHEADER)));
    }

    public Locator row(String recipient) {
        return rows().filter(new Locator.FilterOptions().setHasText(recipient));
    }

    public Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }
}

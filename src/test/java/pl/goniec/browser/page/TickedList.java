package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import pl.goniec.fixture.Visitor;

/** The lista firm as the place where companies are ticked and POWIADOMIENIE begins. */
public final class TickedList {

    private final Page page;

    private TickedList(Page page) {
        this.page = page;
    }

    /** Logs in somebody of the office, who sees the list first. */
    public static TickedList of(Visitor visitor, String email) {
        visitor.enters(email);
        return on(visitor);
    }

    /** Takes the list that is open. */
    public static TickedList on(Visitor visitor) {
        var list = new TickedList(visitor.page());
        assertThat(list.toolbar()).isVisible();
        return list;
    }

    /** Shows all companies again, if the list was left at a search. */
    public TickedList whole() {
        if (!search().inputValue().isEmpty()) {
            searches("");
            assertThat(ticks().nth(1)).isVisible();
        }
        return this;
    }

    public Locator toolbar() {
        return page.getByRole(AriaRole.TOOLBAR, new GetByRoleOptions().setName("Działania na liście firm"));
    }

    /** Returns the button, whose name goes on with the number ticked. */
    public Locator noticeButton() {
        return toolbar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("POWIADOMIENIE"));
    }

    public Locator search() {
        return page.getByRole(AriaRole.SEARCHBOX, new GetByRoleOptions().setName("Szukaj firmy po nazwie lub NIP"));
    }

    public Locator table() {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Firmy"))
                .getByRole(AriaRole.GRID);
    }

    public Locator row(String company) {
        return table().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(tick(company)));
    }

    public Locator tick(String company) {
        return page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Zaznacz: " + company));
    }

    /** Returns the ticks of this page's rows. */
    public Locator ticks() {
        return page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Zaznacz:"));
    }

    /** Returns the tick in the head of the table, which takes the page. */
    public Locator pageTick() {
        return page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Zaznacz firmy na tej stronie"));
    }

    /** Returns the head of the column by whose button the list is sorted by name. */
    public Locator nameHead() {
        return table().getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("Firma"));
    }

    /** Returns the offer to tick what matches on all pages. */
    public Locator tickAll() {
        return page.getByRole(
                AriaRole.BUTTON,
                new GetByRoleOptions().setName(Pattern.compile("Zaznacz wszystkie [\\d\\s]+ pasując")));
    }

    public Locator untickAll() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Wyczyść zaznaczenie"));
    }

    public Locator nextPage() {
        return page.getByLabel("Następna strona");
    }

    public Locator previousPage() {
        return page.getByLabel("Poprzednia strona");
    }

    /** Returns the bar in which sending goes on after the window is closed. */
    public Locator progress() {
        return page.getByRole(AriaRole.PROGRESSBAR, new GetByRoleOptions().setName("Postęp wysyłki"));
    }

    /** Returns the strip around it, whose attribute says whether sending is over. */
    public Locator strip() {
        return progress().locator("xpath=..");
    }

    public Locator details() {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Szczegóły"));
    }

    public Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    /** Finds and ticks companies, one after the other, and shows all again. */
    public TickedList ticks(String... companies) {
        for (String company : companies) {
            searches(company);
            assertThat(ticks()).hasCount(1);
            tick(company).check();
        }
        searches("");
        assertThat(ticks()).not().hasCount(1);
        return this;
    }

    /** Types into the search, and waits for what it finds. */
    public TickedList searches(String words) {
        ListSearch.types(page, search(), words);
        return this;
    }

    /** Opens the window for what is ticked. */
    public BroadcastDialog opensNotice() {
        noticeButton().click();
        var dialog = BroadcastDialog.on(page);
        assertThat(dialog.window()).isVisible();
        return dialog;
    }
}

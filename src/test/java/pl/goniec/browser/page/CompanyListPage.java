package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import pl.goniec.fixture.Visitor;

/** The lista firm: the office's first screen. */
public final class CompanyListPage {

    private final Page page;

    private CompanyListPage(Page page) {
        this.page = page;
    }

    /** The list that a visitor has before him. */
    public static CompanyListPage of(Visitor visitor) {
        return of(visitor.page());
    }

    /** The same in another tab. */
    public static CompanyListPage of(Page tab) {
        assertThat(tab.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Lista firm")))
                .isVisible();
        return new CompanyListPage(tab);
    }

    /** Opens the list by its address. */
    public static CompanyListPage openedBy(Visitor visitor) {
        visitor.page().navigate("/office/companies.xhtml");
        return of(visitor);
    }

    public Frame frame() {
        return Frame.of(page);
    }

    public Locator toolbar() {
        return page.getByRole(AriaRole.TOOLBAR);
    }

    public Locator searchField() {
        return page.getByRole(AriaRole.SEARCHBOX, new GetByRoleOptions().setName("Szukaj firmy po nazwie lub NIP"));
    }

    /** A chip above the table: Nieprzeczytane, Bez odpowiedzi, Bez odbiorcy. */
    public Locator filter(String label) {
        return toolbar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label));
    }

    /** The rows of the companies on this page of the list. */
    public Locator rows() {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK)));
    }

    public Locator row(String company) {
        return rows().filter(new Locator.FilterOptions()
                .setHas(page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(company).setExact(true))));
    }

    public Locator tick(String company) {
        return page.getByRole(
                AriaRole.CHECKBOX,
                new GetByRoleOptions().setName("Zaznacz: " + company).setExact(true));
    }

    /** The title with the sum of the rows. */
    public Locator title() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Lista firm"))
                .locator("xpath=..");
    }

    /** Types into the search and waits for the row. */
    public CompanyListPage finds(String company) {
        ListSearch.types(page, searchField(), company);
        assertThat(rows()).hasCount(1);
        assertThat(row(company)).isVisible();
        return this;
    }

    /** Turns to the next page of the list; false on the last one. */
    public boolean turnsThePage() {
        Locator next = page.getByLabel("Następna strona");
        if (next.count() == 0 || next.isDisabled()) {
            return false;
        }
        String first = rows().first().textContent();
        next.click();
        assertThat(rows().first()).not().hasText(first);
        return true;
    }

    /** Clicks the name, found by the search if the list does not show it. */
    public CompanyPage enters(String company) {
        if (row(company).count() == 0) {
            finds(company);
        }
        row(company).getByRole(AriaRole.LINK).click();
        return CompanyPage.of(page, company);
    }
}

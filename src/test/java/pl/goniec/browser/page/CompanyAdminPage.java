package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import pl.goniec.fixture.Visitor;

/** One company of the administration: its data, who looks after it, and whether it is active. */
public final class CompanyAdminPage {

    private final Page page;

    private CompanyAdminPage(Page page) {
        this.page = page;
    }

    /** Takes the page that is open. */
    public static CompanyAdminPage on(Visitor visitor) {
        assertThat(visitor.page().locator("#data")).isVisible();
        return new CompanyAdminPage(visitor.page());
    }

    /** Adds a company and stays on its page. */
    public static CompanyAdminPage added(Visitor head, String name, String nip) {
        head.page().navigate("/office/head/company.xhtml");
        var company = on(head);
        company.name().fill(name);
        company.nip().fill(nip);
        company.add().click();
        assertThat(company.heading()).hasText(name);
        return company;
    }

    /** Opens a company for a head who is logged in. */
    public static CompanyAdminPage openedBy(Visitor head, String name) {
        return new CompanyAdminPage(head.page()).opened(head, name);
    }

    /** Opens a company from the list, by its name. */
    public CompanyAdminPage opened(Visitor head, String name) {
        head.page().navigate("/office/head/companies.xhtml?show=ALL&q=" + name.replace(" ", "%20"));
        head.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name))
                .click();
        assertThat(heading()).hasText(name);
        return this;
    }

    public Page page() {
        return page;
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    public Locator form() {
        return page.locator("#data");
    }

    public Locator name() {
        return form().getByLabel("Nazwa");
    }

    public Locator nip() {
        return form().getByLabel("NIP");
    }

    public Locator number() {
        return form().getByLabel("Numer w biurze");
    }

    public Locator tags() {
        return form().getByLabel("Etykiety");
    }

    public Locator add() {
        return form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dodaj firmę"));
    }

    public Locator save() {
        return form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zapisz"));
    }

    /** The line of a person who looks, looked or will look after the company. */
    public Locator care(String person) {
        return page.locator("#caring li").filter(new Locator.FilterOptions().setHasText(person));
    }

    public void assigns(String person) {
        var form = page.locator("#addCare");
        form.getByLabel("Osoba").selectOption(new SelectOption().setLabel(person));
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dodaj opiekuna"))
                .click();
        assertThat(care(person)).isVisible();
    }

    /** A person as he is offered, to look after the company and to stand in. */
    public Locator offered(String person) {
        return page.locator("#addCare option, #addSubstitute option")
                .filter(new Locator.FilterOptions().setHasText(person));
    }

    public Locator substituteForm() {
        return page.locator("#addSubstitute");
    }

    /** Enters a substitute; what comes of it is seen in the line of the person or beside the fields. */
    public void substitutes(String person, LocalDate from, LocalDate to) {
        substituteForm().getByLabel("Osoba").selectOption(new SelectOption().setLabel(person));
        substituteForm().getByLabel("Pierwszy dzień").fill(from.toString());
        substituteForm().getByLabel("Ostatni dzień").fill(to.toString());
        substituteForm()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dodaj zastępstwo"))
                .click();
        assertThat(care(person)).isVisible();
    }

    /** Lets entrepreneurs read their employees' conversations, or not. */
    public void letsEntrepreneursLook(boolean on) {
        form().getByLabel("Przedsiębiorca może czytać konwersacje").setChecked(on);
        save().click();
        assertThat(Frame.of(page).status()).containsText("Zapisano");
    }

    public void deactivates() {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Dezaktywuj"))
                .click();
        assertThat(page.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Aktywuj").setExact(true)))
                .isVisible();
    }
}

package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.CompanyAdminPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.world.World;

/** Firmy: the head adds a company, keeps its data, and says who looks after it. Each test deactivates what it has added. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class CompaniesAdminST {

    private static final String HEAD = "szef@biuro.example";
    private static final String TOMASZ = "Tomasz Zieliński";
    private static final String EWA = "Ewa Dąbrowska";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));

    @Test
    void aCompanyIsAddedOnceItsDataAreRight(Visitor head) {
        var name = "Żółta Gęś " + System.nanoTime();
        head.enters(HEAD);
        Frame.of(head).chooses("Firmy");
        head.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Dodaj firmę"))
                .click();
        var company = CompanyAdminPage.on(head);

        company.add().click();
        assertThat(company.form()).containsText("Podaj nazwę firmy.");
        company.name().fill(name);
        company.nip().fill("123-456-78-90");
        company.tags().fill("ryczałt, VAT");
        company.add().click();
        assertThat(company.form()).containsText("Podaj poprawny NIP");
        assertThat(company.name()).hasValue(name);
        assertThat(company.tags()).hasValue("ryczałt, VAT");
        company.nip().fill("PL " + World.freshNip());
        company.add().click();

        assertThat(company.heading()).hasText(name);
        assertThat(head.page().getByText("Dodano firmę " + name + ".")).isVisible();
        assertThat(company.tags()).hasValue("ryczałt, VAT");
        follows(head.page(), "Pracownicy firmy", "/office/company/people.xhtml");
        follows(head.page(), "STRONA GŁÓWNA", "/office/company/start.xhtml");
        follows(head.page(), "Dane firmy i opiekunowie", "/office/head/company.xhtml");
        assertThat(company.heading()).hasText(name);
        assertThat(head.page().getByText("Dodano firmę")).hasCount(0);
        var list = searches(head.page(), name);
        assertThat(list).containsText("ryczałt, VAT");
        assertThat(list).containsText("Aktywna");
        company.opened(head, name).deactivates();
        assertThat(company.page().locator("#heading")).containsText("Nieaktywna");
        assertThat(head.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Pracownicy firmy")))
                .hasCount(0);
    }

    @Test
    void aSecondCompanyWithTheSameNipIsRefusedWithTheFirstOnesName(Visitor head) {
        var nip = World.freshNip();
        var first = CompanyAdminPage.added(head.enters(HEAD), "Pierwsza " + nip, nip);

        head.page().navigate("/office/head/company.xhtml");
        var second = CompanyAdminPage.on(head);
        second.name().fill("Druga");
        second.nip().fill(nip);
        second.add().click();

        assertThat(second.form()).containsText("Ten NIP ma już firma Pierwsza " + nip);
        assertThat(second.name()).hasValue("Druga");
        first.opened(head, "Pierwsza " + nip).deactivates();
    }

    @Test
    void whoComesSecondOverwritesNothing(Visitor one, Visitor other) {
        var nip = World.freshNip();
        var name = "Wspólna " + nip;
        var first = CompanyAdminPage.added(one.enters(HEAD), name, nip);
        other.enters(HEAD).page().navigate(one.page().url());
        var second = CompanyAdminPage.on(other);

        first.number().fill("17");
        first.save().click();
        assertThat(Frame.of(one).status()).containsText("Zapisano");
        second.number().fill("18");
        second.save().click();

        assertThat(second.form()).containsText("Ktoś zmienił dane tej firmy");
        assertThat(second.number()).hasValue("18");
        other.page().reload();
        assertThat(second.number()).hasValue("17");
        second.deactivates();
    }

    @Test
    void caretakersAreAddedEndedReplacedForSomeDaysAndHandedOver(Visitor head) {
        var nip = World.freshNip();
        var name = "Opieka " + nip;
        var company = CompanyAdminPage.added(head.enters(HEAD), name, nip);

        company.assigns(TOMASZ);
        assertThat(company.care(TOMASZ)).containsText("teraz");
        assertThat(company.offered(TOMASZ)).hasCount(0);
        assertThat(company.offered(EWA)).hasCount(2);
        company.substitutes(EWA, today.plusDays(3), today.plusDays(9));
        assertThat(company.care(EWA)).containsText("zaplanowane");
        assertThat(company.care(EWA)).containsText("zastępstwo");
        assertThat(company.care(EWA))
                .containsText("do " + today.plusDays(9).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        company.substitutes(EWA, today.plusDays(5), today.plusDays(4));
        assertThat(company.substituteForm()).containsText("Ostatni dzień zastępstwa nie może być przed pierwszym.");
        company.care(EWA)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Odwołaj"))
                .click();
        assertThat(company.care(EWA)).hasCount(0);

        var page = head.page();
        searches(page, name);
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(name)).check();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Przekaż zaznaczone"))
                .click();
        page.getByLabel("Oddaje").selectOption(option(page, TOMASZ));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Pokaż firmy"))
                .click();
        assertThat(page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(name)))
                .isChecked();
        assertThat(page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setChecked(true)))
                .hasCount(1);
        assertThat(page.getByText(Pattern.compile("Otwarte sprawy:"))).isVisible();
        page.getByLabel("Przejmuje").selectOption(option(page, EWA));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Przekaż zaznaczone firmy"))
                .click();
        assertThat(Frame.of(head).status()).containsText("Przekazano 1 firmę.");

        company.opened(head, name);
        assertThat(company.care(TOMASZ)).containsText("zakończone");
        assertThat(company.care(EWA)).containsText("teraz");
        company.care(EWA)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zakończ opiekę"))
                .click();
        assertThat(company.care(EWA)).containsText("zakończone");
        company.deactivates();
    }

    @Test
    void companiesThatNobodyLooksAfterAreGivenTogether(Visitor head) {
        var nip = World.freshNip();
        var first = "Pierwsza sierota " + nip;
        var second = "Druga sierota " + nip;
        var company = CompanyAdminPage.added(head.enters(HEAD), first, nip);
        CompanyAdminPage.added(head, second, World.freshNip());
        var page = head.page();
        searches(page, "sierota " + nip);
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(first)).check();
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(second))
                .check();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Przekaż zaznaczone"))
                .click();
        page.getByLabel("Oddaje").selectOption("firmy bez opiekuna");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Pokaż firmy"))
                .click();

        assertThat(page.getByText("Zaznaczono 2 firmy")).isVisible();
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(first)).uncheck();
        assertThat(page.getByText("Zaznaczono 1 firmę")).isVisible();
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName(first)).check();
        assertThat(page.getByText("Zaznaczono 2 firmy")).isVisible();
        page.getByLabel("Przejmuje").selectOption(option(page, EWA));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Przekaż zaznaczone firmy"))
                .click();

        assertThat(Frame.of(head).status()).containsText("Przekazano 2 firmy.");
        for (var name : List.of(first, second)) {
            assertThat(company.opened(head, name).care(EWA)).containsText("teraz");
            company.deactivates();
        }
    }

    @Test
    void nobodyButTheHeadGetsThere(Visitor caretaker) {
        caretaker.enters("opiekun@biuro.example");
        Frame.of(caretaker).opensUserMenu();
        assertThat(Frame.of(caretaker).menuItem("Firmy")).hasCount(0);

        caretaker.isRefused("/office/head/companies.xhtml", 403);
        caretaker.isRefused("/office/head/company.xhtml", 403);
        caretaker.isRefused("/office/head/handover.xhtml", 403);
    }

    private static void follows(Page page, String link, String address) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true))
                .click();
        page.waitForURL("**" + address + "?*");
    }

    private static Locator searches(Page page, String name) {
        page.navigate("/office/head/companies.xhtml");
        page.getByLabel("Szukaj").fill(name);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Pokaż")).click();
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Returns what the option of a person says, which has the number of his companies behind the name. */
    private static String option(Page page, String name) {
        return page.locator("option")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .textContent()
                .strip();
    }
}

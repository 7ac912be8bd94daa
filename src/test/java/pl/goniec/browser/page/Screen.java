package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.function.Consumer;
import pl.goniec.fixture.Visitor;

/** Every page and dialog of Goniec, and how somebody comes to see it. The ways keep nothing, so the constants never change. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Screen {
    LOG_IN(visitor -> visitor.page().navigate("/login.xhtml")),
    FORGOTTEN(visitor -> visitor.page().navigate("/forgotten.xhtml")),
    LINK_OF_NO_USE(visitor -> visitor.page().navigate("/activate.xhtml?key=nieznany")),
    COMPANY_LIST(visitor -> visitor.enters(Who.HEAD)),
    COMPANY_LIST_TICKED(visitor -> {
        var list = TickedList.of(visitor, Who.HEAD);
        list.ticks().nth(3).check();
        list.ticks().nth(7).check();
        assertThat(list.untickAll()).isVisible();
    }),
    COMPANY_LIST_NOTHING_FOUND(visitor -> {
        var list = TickedList.of(visitor, Who.HEAD);
        list.search().fill("Cukrownia Nieznana");
        assertThat(list.ticks()).hasCount(0);
    }),
    NOTICE(visitor -> {
        var list = TickedList.of(visitor, Who.CARETAKER);
        list.pageTick().check();
        var notice = list.opensNotice();
        notice.moreOptions().click();
        assertThat(notice.title()).isVisible();
    }),
    NOTICE_REFUSED(visitor -> {
        var list = TickedList.of(visitor, Who.CARETAKER);
        list.ticks().nth(5).check();
        var notice = list.opensNotice();
        notice.text().fill(" ");
        notice.send().click();
        assertThat(notice.window()).containsText("Napisz treść wiadomości.");
        assertThat(notice.send()).isEnabled();
    }),
    NOBODYS_LIST(visitor -> visitor.enters("kadry@biuro.example")),
    COMPANY_START(visitor -> CompanyPage.enteredBy(visitor, Who.HEAD, Who.COMPANY)),
    CONVERSATIONS(visitor -> ConversationsPage.openedBy(visitor, Who.HEAD, Who.COMPANY)),
    CONVERSATION(visitor ->
            ConversationsPage.openedBy(visitor, Who.CARETAKER, Who.COMPANY).opens("Jan Maj")),
    PICKER(visitor ->
            ConversationsPage.openedBy(visitor, Who.HEAD, "Lodziarnia Wafelek").starts()),
    FIRST_MESSAGE(visitor -> ConversationsPage.openedBy(visitor, Who.HEAD, "Lodziarnia Wafelek")
            .starts()
            .chooses("Kinga Mazurek")),
    SENT_NOTICES(visitor -> visitor.enters(Who.HEAD).page().navigate("/office/broadcasts.xhtml")),
    LEDGER(visitor -> LedgerPage.opened(visitor.enters(Who.HEAD), "Zmiany w prawie: KSeF od 1 stycznia 2027")),
    AUDIT_TRAIL(visitor -> visitor.enters(Who.HEAD).page().navigate("/office/head/audit.xhtml")),
    COMPANIES(visitor -> visitor.enters(Who.HEAD).page().navigate("/office/head/companies.xhtml")),
    NEW_COMPANY_REFUSED(visitor -> {
        visitor.enters(Who.HEAD).page().navigate("/office/head/company.xhtml");
        var company = CompanyAdminPage.on(visitor);
        company.nip().fill("123");
        company.add().click();
        assertThat(company.form()).containsText("Podaj nazwę firmy.");
    }),
    COMPANY(visitor -> {
        visitor.enters(Who.HEAD).page().navigate("/office/head/companies.xhtml?q=Piekarnia%20Z%C5%82oty");
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Who.COMPANY))
                .click();
        CompanyAdminPage.on(visitor);
    }),
    HANDOVER(visitor -> {
        var page = visitor.enters(Who.HEAD).page();
        page.navigate("/office/head/handover.xhtml");
        page.getByLabel("Oddaje").selectOption(new SelectOption().setIndex(1));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pokaż firmy"))
                .click();
        assertThat(page.locator("#open")).isVisible();
    }),
    PEOPLE(Screen::people),
    PEOPLE_ADDING(visitor -> {
        people(visitor);
        presses(visitor, "Dodaj osobę");
        presses(visitor, "Dodaj i zaproś");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).containsText("Wpisz imię i nazwisko.");
    }),
    PERSON_OF_A_COMPANY(visitor -> {
        people(visitor);
        presses(visitor, "Zarządzaj: Jan Maj");
        presses(visitor, "Usuń z firmy");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).containsText("Czy na pewno");
    }),
    STAFF(visitor -> visitor.enters(Who.HEAD).page().navigate("/office/head/people.xhtml")),
    PERSON_OF_THE_OFFICE(visitor -> {
        visitor.enters(Who.HEAD).page().navigate("/office/head/people.xhtml");
        visitor.page().locator("tbody a").first().click();
    }),
    EMPLOYEES(visitor -> {
        ClientHomePage.of(visitor, "anna@zlotyklos.example");
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zarządzaj pracownikami"))
                .click();
    }),
    MAIL(visitor -> visitor.enters(Who.HEAD).page().navigate("/office/head/mail.xhtml")),
    SETTINGS(visitor -> visitor.enters(Who.HEAD).page().navigate("/settings.xhtml?side=office")),
    USER_MENU(visitor -> {
        CompanyPage.enteredBy(visitor, Who.HEAD, Who.COMPANY);
        Frame.of(visitor).opensUserMenu();
    }),
    CLIENTS_COMPANIES(visitor -> visitor.enters("maria@dwiefirmy.example")),
    CLIENT_HOME(visitor -> ClientHomePage.of(visitor, "anna@zlotyklos.example")),
    CLIENT_WINDOW(visitor -> ClientHomePage.of(visitor, "zofia@beza.example").opensWindow()),
    EMPLOYEE_HOME(visitor -> ClientHomePage.of(visitor, "szklarnia@malwa.example")),
    NOT_FOUND(visitor -> visitor.enters(Who.HEAD).isRefused("/office/company/start.xhtml?company=999999", 404));

    /** Those who look at the screens. */
    private static final class Who {
        private static final String HEAD = "szef@biuro.example";
        private static final String CARETAKER = "opiekun@biuro.example";
        private static final String COMPANY = "Piekarnia Złoty Kłos";
    }

    private final Consumer<Visitor> way;

    Screen(Consumer<Visitor> way) {
        this.way = way;
    }

    private static void people(Visitor visitor) {
        CompanyPage.enteredBy(visitor, Who.HEAD, Who.COMPANY);
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pracownicy firmy"))
                .click();
    }

    private static void presses(Visitor visitor, String button) {
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** Brings a visitor to the screen. */
    public Page openedBy(Visitor visitor) {
        way.accept(visitor);
        assertThat(visitor.page().getByRole(AriaRole.MAIN)).isAttached();
        return visitor.page();
    }
}

package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static pl.goniec.browser.page.Onlooker.CARETAKER;
import static pl.goniec.browser.page.Onlooker.EMPLOYEE;
import static pl.goniec.browser.page.Onlooker.HEAD;
import static pl.goniec.browser.page.Onlooker.OWNER;
import static pl.goniec.browser.page.Onlooker.OWNER_OF_TWO;
import static pl.goniec.browser.page.Onlooker.OWNER_WHO_WRITES;
import static pl.goniec.browser.page.Onlooker.STAFF;
import static pl.goniec.browser.page.Onlooker.STRANGER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.world.World;

/**
 * Every page and dialog of Goniec, who looks at it, and how he comes to see it: by its address, or on a way that begins at his first
 * screen. The ways keep nothing, so the constants never change.
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Screen {
    LOG_IN(STRANGER, "/login.xhtml"),
    FORGOTTEN(STRANGER, "/forgotten.xhtml"),
    LINK_OF_NO_USE(STRANGER, "/activate.xhtml?key=nieznany"),
    COMPANY_LIST(HEAD, Screen::list),
    COMPANY_LIST_TICKED(HEAD, visitor -> {
        var list = list(visitor);
        list.ticks().nth(3).check();
        list.ticks().nth(7).check();
        assertThat(list.untickAll()).isVisible();
    }),
    COMPANY_LIST_NOTHING_FOUND(HEAD, visitor -> {
        var list = list(visitor);
        list.search().fill("Cukrownia Nieznana");
        assertThat(list.ticks()).hasCount(0);
    }),
    NOTICE(CARETAKER, visitor -> {
        var list = list(visitor);
        list.pageTick().check();
        var notice = list.opensNotice();
        notice.moreOptions().click();
        assertThat(notice.title()).isVisible();
    }),
    NOTICE_REFUSED(CARETAKER, visitor -> {
        var list = list(visitor);
        list.ticks().nth(5).check();
        var notice = list.opensNotice();
        notice.text().fill(" ");
        notice.send().click();
        assertThat(notice.window()).containsText("Napisz treść wiadomości.");
        assertThat(notice.send()).isEnabled();
    }),
    NOBODYS_LIST(STAFF, "/"),
    COMPANY_START(HEAD, visitor -> inside(visitor, Firm.BAKERY)),
    CONVERSATIONS(HEAD, visitor -> inside(visitor, Firm.BAKERY).opensQuestions()),
    CONVERSATION(
            CARETAKER, visitor -> inside(visitor, Firm.BAKERY).opensQuestions().opens("Jan Maj")),
    PICKER(HEAD, visitor -> inside(visitor, Firm.ICE_CREAM).opensQuestions().starts()),
    FIRST_MESSAGE(
            HEAD,
            visitor -> inside(visitor, Firm.ICE_CREAM).opensQuestions().starts().chooses("Kinga Mazurek")),
    SENT_NOTICES(HEAD, "/office/broadcasts.xhtml"),
    LEDGER(HEAD, visitor -> LedgerPage.opened(visitor, "Zmiany w prawie: KSeF od 1 stycznia 2027")),
    AUDIT_TRAIL(HEAD, "/office/head/audit.xhtml"),
    COMPANIES(HEAD, "/office/head/companies.xhtml"),
    NEW_COMPANY_REFUSED(HEAD, "/office/head/company.xhtml", visitor -> {
        var company = CompanyAdminPage.on(visitor);
        company.nip().fill("123");
        company.add().click();
        assertThat(company.form()).containsText("Podaj nazwę firmy.");
    }),
    COMPANY(HEAD, "/office/head/companies.xhtml?q=Piekarnia%20Z%C5%82oty", visitor -> {
        follows(visitor, Firm.BAKERY);
        CompanyAdminPage.on(visitor);
    }),
    HANDOVER(HEAD, "/office/head/handover.xhtml", visitor -> {
        visitor.page().getByLabel("Oddaje").selectOption(new SelectOption().setIndex(1));
        presses(visitor, "Pokaż firmy");
        assertThat(visitor.page().locator("#open")).isVisible();
    }),
    PEOPLE(HEAD, Screen::people),
    PEOPLE_ADDING(HEAD, visitor -> {
        people(visitor);
        presses(visitor, "Dodaj osobę");
        presses(visitor, "Dodaj i zaproś");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).containsText("Wpisz imię i nazwisko.");
    }),
    PERSON_OF_A_COMPANY(HEAD, visitor -> {
        people(visitor);
        presses(visitor, "Zarządzaj: Jan Maj");
        presses(visitor, "Usuń z firmy");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).containsText("Czy na pewno");
    }),
    STAFF_LIST(HEAD, "/office/head/people.xhtml"),
    STAFF_ADDING(HEAD, "/office/head/people.xhtml", visitor -> {
        presses(visitor, "Dodaj osobę");
        presses(visitor, "Dodaj i zaproś");
        assertThat(visitor.page().getByRole(AriaRole.DIALOG)).containsText("Wpisz imię i nazwisko.");
    }),
    PERSON_OF_THE_OFFICE(HEAD, "/office/head/people.xhtml", visitor -> {
        visitor.page().locator("tbody a").first().click();
        assertThat(visitor.page().locator("#personData")).isVisible();
    }),
    IMPORT(HEAD, "/office/head/import.xhtml"),
    IMPORT_SHOWN(HEAD, "/office/head/import.xhtml", visitor -> {
        var list = "NIP;firma\n" + World.freshNip() + ";Firma z listy\n123;Firma bez numeru\n";
        visitor.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("lista.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        assertThat(visitor.page().locator("#faulty")).hasText("1");
    }),
    OFFICE_DATA(HEAD, "/office/head/office.xhtml"),
    MAIL(HEAD, "/office/head/mail.xhtml"),
    UNDELIVERED(HEAD, "/office/head/undelivered.xhtml"),
    SETTINGS(HEAD, "/settings.xhtml?side=office"),
    USER_MENU(HEAD, visitor -> inside(visitor, Firm.BAKERY).frame().opensUserMenu()),
    CLIENTS_COMPANIES(OWNER_OF_TWO, "/"),
    CLIENT_HOME(OWNER, ClientHomePage::on),
    EMPLOYEES(OWNER, visitor -> {
        ClientHomePage.on(visitor);
        follows(visitor, "Zarządzaj pracownikami");
        stands(visitor, "Pracownicy");
    }),
    CLIENT_WINDOW(OWNER_WHO_WRITES, visitor -> ClientHomePage.on(visitor).opensWindow()),
    EMPLOYEE_HOME(EMPLOYEE, ClientHomePage::on),
    NOT_FOUND(HEAD, visitor -> visitor.isRefused("/office/company/start.xhtml?company=999999", 404));

    /** Where each one's first screen is. */
    private static final String START = "/";

    /** Companies of the demonstration data. */
    private static final class Firm {
        private static final String BAKERY = "Piekarnia Złoty Kłos";
        private static final String ICE_CREAM = "Lodziarnia Wafelek";
    }

    private final Onlooker who;
    private final String address;
    private final Consumer<Visitor> way;

    Screen(Onlooker who, String address) {
        this(who, address, visitor -> {});
    }

    Screen(Onlooker who, Consumer<Visitor> way) {
        this(who, START, way);
    }

    Screen(Onlooker who, String address, Consumer<Visitor> way) {
        this.who = who;
        this.address = address;
        this.way = way;
    }

    /** Returns the screens that somebody looks at. */
    public static Stream<Screen> of(Onlooker who) {
        return Arrays.stream(values()).filter(screen -> screen.who == who);
    }

    /** Brings a visitor who has just come to the screen. */
    public Page openedBy(Visitor visitor) {
        who.arrives(visitor);
        return shownTo(visitor);
    }

    /** Brings a visitor who is logged in, wherever he is, to the screen. */
    public Page shownTo(Visitor visitor) {
        visitor.page().navigate(address);
        way.accept(visitor);
        visitor.page().waitForLoadState();
        assertThat(visitor.page().getByRole(AriaRole.MAIN)).isAttached();
        return visitor.page();
    }

    private static TickedList list(Visitor visitor) {
        return TickedList.on(visitor).whole();
    }

    private static CompanyPage inside(Visitor visitor, String company) {
        return CompanyListPage.of(visitor).enters(company);
    }

    private static void people(Visitor visitor) {
        inside(visitor, Firm.BAKERY);
        follows(visitor, "Pracownicy firmy");
        stands(visitor, "Pracownicy firmy");
    }

    private static void stands(Visitor visitor, String heading) {
        var named = new Page.GetByRoleOptions().setName(heading).setExact(true);
        assertThat(visitor.page().getByRole(AriaRole.HEADING, named)).isVisible();
    }

    private static void follows(Visitor visitor, String link) {
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .click();
    }

    private static void presses(Visitor visitor, String button) {
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}

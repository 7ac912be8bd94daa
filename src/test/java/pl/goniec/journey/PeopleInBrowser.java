package pl.goniec.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.world.World;

/** Somebody at his browser who keeps people, or is kept. */
final class PeopleInBrowser implements AutoCloseable {

    private final BrowserContext window;
    private final Page page;

    private PeopleInBrowser(String email) {
        window = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(System.getProperty("goniec.url"))
                        .setLocale("pl-PL"));
        page = window.newPage();
        page.navigate("/login.xhtml");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Hasło").fill(World.PASSWORD);
        button("ZALOGUJ").click();
        page.waitForURL(address -> !address.contains("/login.xhtml"));
    }

    static void keepThem() {
        theOwnerAddsAnEmployee();
        theOwnerBlocksAnEmployeeWhoIsAtTheLogInAtOnce();
        theOwnerIsToldOfTheOfficesBlock();
        twoOfTheOfficeChangeTheSamePerson();
        theOfficeLetsSomebodyGoAndTakesHimBack();
        theHeadKeepsThePeopleOfTheOffice();
        theHeadAddsAClientAndFindsHim();
        theHeadTakesSomebodyOutOfTheOffice();
    }

    @Override
    public void close() {
        window.close();
    }

    private static void theOwnerAddsAnEmployee() {
        try (var owner = new PeopleInBrowser(PeopleIT.OWNER)) {
            owner.link("Zarządzaj pracownikami").click();
            assertThat(owner.heading("Pracownicy")).isVisible();
            assertThat(owner.row("Piotr Pracownik")).containsText("aktywne");

            owner.opensTheAdding();
            owner.fills("E-mail", "bez małpy");
            owner.fills("Imię i nazwisko", "Żaneta Nowa-Łoś");
            owner.button("Dodaj i zaproś").click();
            assertThat(owner.field("E-mail")).hasAccessibleDescription(Pattern.compile(".*adres.*"));
            assertThat(owner.field("E-mail")).hasValue("bez małpy");
            assertThat(owner.field("Imię i nazwisko")).hasValue("Żaneta Nowa-Łoś");
            owner.fills("E-mail", PeopleIT.EMPLOYEE.toUpperCase(Locale.ROOT));
            owner.button("Dodaj i zaproś").click();
            assertThat(owner.dialog()).containsText("Ta osoba jest już w firmie.");
            owner.fills("E-mail", "Zaneta.Nowa@test.example");
            owner.button("Dodaj i zaproś").click();

            assertThat(owner.dialog()).isHidden();
            assertThat(owner.row("Żaneta Nowa-Łoś")).containsText("zaneta.nowa@test.example");
            assertThat(owner.row("Żaneta Nowa-Łoś")).containsText("nieaktywowane");
            owner.manages("Żaneta Nowa-Łoś");
            owner.button("Odwołaj zaproszenie").click();
            assertThat(owner.button("Odwołaj zaproszenie")).isHidden();
            owner.button("Wyślij zaproszenie ponownie").click();
            assertThat(owner.dialog()).containsText("Zaproszenie wysłano przed chwilą.");
        }
    }

    private static void theOwnerBlocksAnEmployeeWhoIsAtTheLogInAtOnce() {
        try (var owner = new PeopleInBrowser(PeopleIT.OWNER);
                var employee = new PeopleInBrowser(PeopleIT.EMPLOYEE)) {
            owner.link("Zarządzaj pracownikami").click();
            owner.manages("Piotr Pracownik");
            owner.button("Zablokuj konto").click();
            owner.button("Anuluj").click();
            assertThat(owner.button("Zablokuj konto")).isVisible();
            owner.button("Zablokuj konto").click();
            owner.button("Tak, zablokuj").click();
            assertThat(owner.button("Odblokuj konto")).isVisible();
            assertThat(owner.row("Piotr Pracownik")).containsText("zablokowane");

            employee.page.reload();
            assertThat(employee.page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));

            owner.button("Odblokuj konto").click();
            assertThat(owner.button("Zablokuj konto")).isVisible();
        }
    }

    private static void theOwnerIsToldOfTheOfficesBlock() {
        try (var head = new PeopleInBrowser(PeopleIT.HEAD);
                var owner = new PeopleInBrowser(PeopleIT.OWNER)) {
            head.entersThePeople();
            head.manages("Piotr Pracownik");
            head.button("Zablokuj konto").click();
            head.button("Tak, zablokuj").click();
            assertThat(head.dialog()).containsText("Konto zablokowało biuro");

            owner.link("Zarządzaj pracownikami").click();
            owner.manages("Piotr Pracownik");
            assertThat(owner.dialog()).containsText("Konto zablokowało biuro");
            assertThat(owner.button("Odblokuj konto")).hasCount(0);

            head.button("Odblokuj konto").click();
            assertThat(head.button("Zablokuj konto")).isVisible();
        }
    }

    private static void twoOfTheOfficeChangeTheSamePerson() {
        try (var head = new PeopleInBrowser(PeopleIT.HEAD);
                var caretaker = new PeopleInBrowser(PeopleIT.CARETAKER)) {
            for (var one : new PeopleInBrowser[] {head, caretaker}) {
                one.entersThePeople();
                one.manages("Kinga Koleżanka");
            }
            assertThat(head.field("E-mail")).isEditable();
            assertThat(caretaker.field("E-mail")).not().isEditable();
            caretaker.fills("Telefon (opcjonalnie)", "+48 600 700 800");
            caretaker.button("Zapisz dane").click();
            assertThat(caretaker.row("Kinga Koleżanka")).containsText("+48 600 700 800");
            head.fills("Imię i nazwisko", "Kinga Inna");
            head.button("Zapisz dane").click();

            assertThat(head.dialog()).containsText("Niczego nie zapisano.");
            assertThat(head.field("Imię i nazwisko")).hasValue("Kinga Inna");
            assertThat(head.row("Kinga Koleżanka")).isAttached();

            assertThat(head.field("Pracownik może rozpocząć konwersację z biurem"))
                    .isVisible();
            head.field("Rola w firmie").selectOption("przedsiębiorca");
            assertThat(head.field("Pracownik może rozpocząć konwersację z biurem"))
                    .hasCount(0);
            head.button("Zapisz rolę").click();
            assertThat(head.row("Kinga Koleżanka")).containsText("przedsiębiorca");
            caretaker.field("Rola w firmie").selectOption("przedsiębiorca");
            caretaker.button("Zapisz rolę").click();
            assertThat(caretaker.dialog()).containsText("Ktoś inny zmienił w tym czasie te dane");
        }
    }

    private static void theOfficeLetsSomebodyGoAndTakesHimBack() {
        try (var caretaker = new PeopleInBrowser(PeopleIT.CARETAKER);
                var colleague = new PeopleInBrowser(PeopleIT.COLLEAGUE)) {
            caretaker.entersThePeople();
            caretaker.manages("Kinga Koleżanka");
            assertThat(caretaker.button("Zablokuj konto")).hasCount(0);
            caretaker.button("Usuń z firmy").click();
            caretaker.button("Tak, usuń z firmy").click();
            assertThat(caretaker.row("Kinga Koleżanka")).containsText("poza firmą od");
            colleague.page.reload();
            assertThat(colleague.page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));

            caretaker.button("Przywróć do firmy").click();
            assertThat(caretaker.row("Kinga Koleżanka")).containsText("aktywne");
        }
    }

    private static void theHeadKeepsThePeopleOfTheOffice() {
        try (var head = new PeopleInBrowser(PeopleIT.HEAD)) {
            head.page.locator("#userMenuButton").click();
            head.page
                    .getByRole(
                            AriaRole.MENUITEM,
                            new GetByRoleOptions().setName("Osoby").setExact(true))
                    .click();
            head.page.getByRole(AriaRole.SEARCHBOX).fill("opiekun.ludzi@");
            assertThat(head.page.locator("tbody tr")).hasCount(1);
            head.link("Olga Ludzka").click();
            head.fills("Telefon (opcjonalnie)", "+48 22 111 22 33");
            head.button("Zapisz").click();
            assertThat(head.page.getByRole(AriaRole.STATUS)).containsText("Zapisano");
            head.button("Zablokuj konto").click();
            head.button("Tak, zablokuj").click();
            assertThat(head.button("Odblokuj konto")).isVisible();
            head.button("Odblokuj konto").click();
            assertThat(head.button("Zakończ sesje")).isVisible();

            head.link("Osoby").click();
            head.opensTheAdding();
            head.fills("E-mail", PeopleIT.EMPLOYEE);
            head.fills("Imię i nazwisko", "Łucja Nowa");
            head.button("Dodaj i zaproś").click();
            assertThat(head.dialog()).containsText("ktoś o innym imieniu i nazwisku");
            head.fills("E-mail", "nowa.opiekunka.ludzi@test.example");
            head.button("Dodaj i zaproś").click();
            assertThat(head.dialog()).isHidden();
            assertThat(head.page.getByRole(AriaRole.STATUS))
                    .containsText("Wysyłamy zaproszenie na adres nowa.opiekunka.ludzi@test.example.");
            head.page.getByRole(AriaRole.SEARCHBOX).fill("Łucja Nowa");
            assertThat(head.row("Łucja Nowa")).containsText("nieaktywowane");

            head.link("Łucja Nowa").click();
            head.fills("E-mail", "nowacka.ludzi@test.example");
            head.fills("Imię i nazwisko", "Łucja Nowacka");
            head.button("Zapisz").click();
            assertThat(head.page.getByRole(AriaRole.STATUS))
                    .containsText("Zapisano: Łucja Nowacka. Poprzednie zaproszenie przestało działać");
            assertThat(head.button("Odwołaj zaproszenie")).hasCount(0);
        }
    }

    private static void theHeadAddsAClientAndFindsHim() {
        try (var head = new PeopleInBrowser(PeopleIT.HEAD)) {
            head.entersThePeople();
            head.opensTheAdding();
            head.fills("E-mail", PeopleIT.ADDED);
            head.fills("Imię i nazwisko", "Celina Dodana");
            head.fills("Telefon (opcjonalnie)", "+48 600 100 200");
            head.field("Rola w firmie").selectOption("przedsiębiorca");
            head.button("Dodaj i zaproś").click();
            assertThat(head.dialog()).isHidden();
            assertThat(head.row("Celina Dodana")).containsText("przedsiębiorca");
            assertThat(head.row("Celina Dodana")).containsText("zaproszenie do");

            head.page.navigate("/office/head/people.xhtml");
            head.page.getByRole(AriaRole.SEARCHBOX).fill("ludzi@test");
            head.field("Stan konta").selectOption("nieaktywowane");
            assertThat(head.page.locator("tbody tr")).hasCount(2);
            head.field("Stan konta").selectOption("aktywne");
            assertThat(head.row("Celina Dodana")).hasCount(0);
            assertThat(head.row("Olga Ludzka")).containsText("opiekuje się 1 firmą");
            head.field("Stan konta").selectOption("wszystkie");
            head.page.getByRole(AriaRole.SEARCHBOX).fill(PeopleIT.ADDED);
            assertThat(head.page.locator("tbody tr")).hasCount(1);
            assertThat(head.row("Celina Dodana")).containsText("przedsiębiorca");
            head.link(PeopleIT.COMPANY).click();
            assertThat(head.heading("Pracownicy firmy")).isVisible();
        }
    }

    private static void theHeadTakesSomebodyOutOfTheOffice() {
        try (var head = new PeopleInBrowser(PeopleIT.HEAD)) {
            head.takesOut("Olga Ludzka");
            assertThat(head.page.getByText("Najpierw je przekaż")).isVisible();
            assertThat(head.link("Przekaż firmy")).isVisible();

            head.takesOut("Łucja Nowacka");
            head.page.waitForURL("**/office/head/people.xhtml");
            head.page.getByRole(AriaRole.SEARCHBOX).fill("Łucja Nowacka");
            assertThat(head.page.locator("tbody tr")).hasCount(1);
            assertThat(head.row("Łucja Nowacka").getByText("opiekun", new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(0);
        }
    }

    private void takesOut(String person) {
        page.navigate("/office/head/people.xhtml");
        page.getByRole(AriaRole.SEARCHBOX).fill(person);
        assertThat(page.locator("tbody tr")).hasCount(1);
        link(person).click();
        button("Usuń z biura").click();
        button("Tak, usuń z biura").click();
    }

    private void entersThePeople() {
        page.navigate("/office/companies.xhtml");
        page.getByRole(AriaRole.SEARCHBOX).fill(PeopleIT.COMPANY);
        link(PeopleIT.COMPANY).click();
        link("Pracownicy firmy").click();
        assertThat(heading("Pracownicy firmy")).isVisible();
    }

    private void manages(String person) {
        button("Zarządzaj: " + person).click();
        assertThat(dialog()).containsText(person);
    }

    private Locator row(String person) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(person));
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input, select, textarea"))
                .locator("visible=true");
    }

    /** Opens the window, which puts the cursor where one begins to type. */
    private void opensTheAdding() {
        button("Dodaj osobę").click();
        assertThat(field("E-mail")).isFocused();
    }

    private void fills(String label, String text) {
        field(label).fill(text);
    }

    private Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}

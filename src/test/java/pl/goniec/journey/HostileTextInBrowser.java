package pl.goniec.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.world.World;

/** Looks at every page that shows what others have typed, and notes whatever runs, asks for something or breaks the policy. */
final class HostileTextInBrowser implements AutoCloseable {

    private static final String HERE = System.getProperty("goniec.url");
    private static final String NOT_FOUND = "status of 404";

    private static final int ROWS_OF_A_LIST = 150;

    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final BrowserContext window;
    private final Page page;

    private HostileTextInBrowser() {
        window = Browsers.browser()
                .newContext(new Browser.NewContextOptions().setBaseURL(HERE).setLocale("pl-PL"));
        window.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                ran.add("console: " + message.text() + " at " + message.location());
            }
        });
        window.onWebError(error -> ran.add("error: " + error.error()));
        window.onDialog(dialog -> {
            ran.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        window.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(HERE)) {
                ran.add("asked for " + request.url());
            }
        });
        page = window.newPage();
    }

    static void looksAtEverything() {
        try (var caretaker = new HostileTextInBrowser()) {
            caretaker.typesIntoTheLogIn();
            caretaker.logsIn(HostileTextIT.CARETAKER);
            caretaker.readsTheCompanies();
            caretaker.searches();
            caretaker.readsTheCompany();
            caretaker.readsTheConversation();
            caretaker.readsWhatWasSent();
            caretaker.followsHostileAddresses("/office/companies.xhtml?unread=", "/settings.xhtml?side=");
        }
        try (var head = new HostileTextInBrowser()) {
            head.logsIn(HostileTextIT.HEAD);
            head.readsWhoTriedToLogIn();
            head.readsTheLists();
            head.followsHostileAddresses("/office/head/audit.xhtml?from=", "/office/head/audit.xhtml?before=");
        }
        try (var client = new HostileTextInBrowser()) {
            client.logsIn(HostileTextIT.CLIENT);
            client.readsTheWindow();
            client.followsHostileAddresses("/settings.xhtml?side=", "/login.xhtml?lang=", "/login.xhtml?from=");
        }
    }

    static void looksAtTheAdministration() {
        try (var caretaker = new HostileTextInBrowser()) {
            caretaker.logsIn(HostileTextIT.CARETAKER);
            caretaker.findsTheCompany();
            caretaker.readsTheCompany();
            caretaker.readsThePeople();
        }
        try (var head = new HostileTextInBrowser()) {
            head.logsIn(HostileTextIT.HEAD);
            head.readsWhatTheOfficeSays();
            head.readsTheAdministration();
            head.looksForPeople();
            head.followsHostileAddresses("/office/head/companies.xhtml?q=");
            head.findsNothingAtHostileAddresses("/office/head/company.xhtml?id=", "/office/head/handover.xhtml?from=");
        }
    }

    /** Nothing may have run until the end. */
    @Override
    public void close() {
        window.close();
        assertThat(ran).as("what ran, was asked for, or broke the policy").isEmpty();
    }

    // ---- the office

    private void typesIntoTheLogIn() {
        page.navigate("/login.xhtml");
        for (var payload : Payloads.few(15)) {
            email().fill(payload);
            page.getByLabel("Hasło").fill(payload);
            page.waitForResponse("**/login.xhtml", () -> button("ZALOGUJ").click());
            assertThat(email()).hasValue(payload);
        }
    }

    private void logsIn(String email) {
        page.navigate("/login.xhtml");
        email().fill(email);
        page.getByLabel("Hasło").fill(World.PASSWORD);
        button("ZALOGUJ").click();
        page.waitForURL(address -> !address.contains("/login.xhtml"));
    }

    private void readsTheCompanies() {
        var expected = new ArrayList<>(Payloads.tried(Payloads.NAME));
        expected.add(HostileTextIT.COMPANY);
        var names = new ArrayList<String>();
        var rows = page.locator("tbody tr");
        do {
            names.addAll(page.locator("tbody a.g-cut").allTextContents());
        } while (turnsThePage(rows));

        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    private boolean turnsThePage(Locator rows) {
        var next = page.getByLabel("Następna strona");
        if (next.count() == 0 || next.isDisabled()) {
            return false;
        }
        var first = rows.first().textContent();
        next.click();
        assertThat(rows.first()).not().hasText(first);
        return true;
    }

    private void searches() {
        var field = page.getByRole(AriaRole.SEARCHBOX);
        for (var payload : Payloads.few(6)) {
            page.navigate("/office/companies.xhtml");
            page.waitForResponse("**/companies.xhtml", () -> field.fill(payload + "zz"));
            assertThat(page.locator(".g-empty")).containsText(payload);
        }
        findsTheCompany();
    }

    private void findsTheCompany() {
        var field = page.getByRole(AriaRole.SEARCHBOX);
        page.waitForResponse("**/companies.xhtml", () -> field.fill(HostileTextIT.COMPANY));
    }

    private void readsTheCompany() {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(HostileTextIT.COMPANY))
                .click();
        assertThat(page.locator(".g-contact b").first()).isVisible();
        names(page.locator(".g-contact b").allTextContents());
        page.locator("#companyMenuButton").click();
        assertThat(page.getByRole(AriaRole.MENUITEM).first()).isVisible();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("PYTANIA KLIENTÓW"))
                .first()
                .click();
        button("ROZPOCZNIJ NOWĄ KONWERSACJĘ").click();
        assertThat(page.locator(".g-person-1 b").first()).isVisible();
        names(page.locator(".g-person-1 b").allTextContents());
        page.keyboard().press("Escape");
        names(page.locator("a.g-conv b").allTextContents());
    }

    private void names(List<String> shown) {
        assertThat(shown.stream().map(name -> name.replaceFirst("\\s+(pracownik|przedsiębiorca)?\\s*$", "")))
                .containsAll(Payloads.tried(Payloads.NAME));
    }

    private void readsThePeople() {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("STRONA GŁÓWNA"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Pracownicy firmy"))
                .click();
        assertThat(page.locator("tbody tr").first()).isVisible();
        page.waitForLoadState();
        assertThat(page.locator("tbody .g-person-1 > span:first-child").allTextContents())
                .containsAll(Payloads.tried(Payloads.NAME));
        for (var payload : Payloads.few(15)) {
            page.locator("tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByText(payload, new Page.GetByTextOptions().setExact(true))))
                    .first()
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText(payload);
            assertThat(page.locator("#data\\:name")).hasValue(payload);
            button("Usuń z firmy").click();
            assertThat(page.locator("#accountSure")).containsText(payload);
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        }
    }

    private void readsTheConversation() {
        page.locator("a.g-conv")
                .filter(new Locator.FilterOptions().setHasText("Anna Napisowa"))
                .click();
        readsTheThread();
    }

    /** Reads from the first message to the last: all texts, all files, all notices. */
    private void readsTheThread() {
        var messages = page.locator("article");
        assertThat(messages.first()).isVisible();
        for (var end : List.of("older", "newer")) {
            for (var more = page.locator("[data-thread=" + end + "]"); more.count() > 0; ) {
                int before = messages.count();
                more.click();
                assertThat(messages).not().hasCount(before);
            }
        }
        assertThat(page.locator("article .g-bub > p").allTextContents()).containsAll(Payloads.tried(Integer.MAX_VALUE));
        assertThat(page.locator("article .g-file b").allTextContents())
                .containsExactlyElementsOf(Payloads.tried(Integer.MAX_VALUE).stream()
                        .map(Payloads::fileName)
                        .toList());
        assertThat(page.locator("article .g-card h3").allTextContents())
                .containsExactlyElementsOf(Payloads.tried(Payloads.TITLE));
        assertThat(page.locator("article .g-card p").allTextContents())
                .containsExactlyElementsOf(Payloads.tried(Payloads.TITLE));
    }

    private void readsWhatWasSent() {
        page.navigate("/office/broadcasts.xhtml");
        var titles = new ArrayList<String>();
        var rows = page.locator("tbody tr");
        do {
            titles.addAll(page.locator("tbody a.g-cut").allTextContents());
        } while (turnsThePage(rows));
        assertThat(titles).containsExactlyInAnyOrderElementsOf(Payloads.tried(Payloads.TITLE));

        page.navigate("/office/broadcasts.xhtml");
        page.locator("tbody a.g-cut").first().click();
        var shown = page.locator("h1").textContent();
        assertThat(Payloads.tried(Payloads.TITLE)).contains(shown);
        assertThat(page.locator("p.g-text")).hasText(shown);
        var ledger = page.url();
        for (var payload : Payloads.few(6)) {
            page.navigate(ledger + "&q=" + encoded(payload));
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(payload);
        }
    }

    // ---- the head

    private void readsWhoTriedToLogIn() {
        for (var payload : Payloads.few(10)) {
            page.navigate("/office/head/audit.xhtml?action=LOG_IN&refused=true&who=" + encoded(payload));
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(payload);
            var names = page.locator("tbody .g-cut");
            assertThat(names.first()).isVisible();
            assertThat(names.allTextContents())
                    .as("who tried, among names that contain this one")
                    .contains(payload);
        }
    }

    /** A preview shows so many faulty rows and no more, so the names come in several lists. */
    private void readsTheLists() {
        page.navigate("/office/head/import.xhtml");
        var names = HostileTextIT.namesInLists();
        for (int first = 0; first < names.size(); first += ROWS_OF_A_LIST) {
            var some = names.subList(first, Math.min(names.size(), first + ROWS_OF_A_LIST));
            var file = Payloads.fileName(some.get(0));
            page.waitForFileChooser(() -> button("WYBIERZ plik").click())
                    .setFiles(new FilePayload(file, "text/csv", HostileTextIT.list(some)));
            assertThat(page.locator("#preview")).hasText("Co zmieni „" + file + "”");
            var shown = page.locator("#faults tbody .g-cut");
            assertThat(shown).hasCount(some.size());
            assertThat(shown.allTextContents())
                    .containsExactlyElementsOf(some.stream().map(String::strip).toList());
        }
    }

    private void readsWhatTheOfficeSays() {
        page.navigate("/office/head/office.xhtml");
        assertThat(Payloads.tried(Payloads.TITLE).stream().map(String::strip))
                .contains(page.getByLabel("Adres", new GetByLabelOptions().setExact(true))
                        .inputValue());
    }

    private void readsTheAdministration() {
        page.navigate("/office/head/companies.xhtml?show=ALL");
        var shown = page.locator("tbody a.g-cut");
        var names = new ArrayList<>(shown.allTextContents());
        var next = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Następne"));
        for (int number = 2; next.count() > 0; number++) {
            next.click();
            page.waitForURL(Pattern.compile("[?&]page=" + number + "$"));
            names.addAll(shown.allTextContents());
        }
        assertThat(names).containsAll(Payloads.tried(Payloads.NAME));

        for (var payload : Payloads.few(15)) {
            page.navigate("/office/head/companies.xhtml?show=ALL&q=" + encoded(payload));
            page.locator("tbody")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName(payload).setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("#data")).isVisible();
            assertThat(page.locator("#heading h1")).containsText(payload);
        }
    }

    private void looksForPeople() {
        page.navigate("/office/head/people.xhtml");
        var field = page.getByRole(AriaRole.SEARCHBOX);
        for (var payload : Payloads.few(15)) {
            page.waitForResponse("**/people.xhtml", () -> field.fill(payload + "zz"));
            assertThat(page.locator(".g-empty")).isVisible();
            assertThat(field).hasValue(payload + "zz");
        }
    }

    // ---- the client

    private void readsTheWindow() {
        button("ROZPOCZNIJ KONWERSACJĘ").click();
        readsTheThread();
    }

    private void followsHostileAddresses(String... addresses) {
        for (var address : addresses) {
            for (var payload : Payloads.few(10)) {
                page.navigate(address + encoded(payload));
                assertThat(page.getByRole(AriaRole.MAIN)).isAttached();
            }
        }
    }

    /** What names nothing is answered so; that the browser says it, too, is no complaint. */
    private void findsNothingAtHostileAddresses(String... addresses) {
        for (var address : addresses) {
            for (var payload : Payloads.few(10)) {
                window.waitForConsoleMessage(
                        new BrowserContext.WaitForConsoleMessageOptions()
                                .setPredicate(message -> message.text().contains(NOT_FOUND)),
                        () -> assertThat(page.navigate(address + encoded(payload))
                                        .status())
                                .isEqualTo(404));
                assertThat(page.getByRole(AriaRole.MAIN)).isAttached();
            }
        }
        ran.removeIf(said -> said.contains(NOT_FOUND));
    }

    private Locator email() {
        return page.getByLabel("E-mail");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .first();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

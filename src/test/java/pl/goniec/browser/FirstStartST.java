package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.fixture.Accessibility;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.Visitor;

/** From an empty database to an office whose head is logged in: a server of its own. */
@ExtendWith(BrowserExtension.class)
class FirstStartST {

    private static final Pattern CODE = Pattern.compile("first start, open \\S+/setup\\.xhtml with the code (\\S+)");
    private static final String EMAIL = "szefowa@nowe.example";
    private static final String PASSWORD = "Pierwsze hasło 1";

    /** One pixel. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private ChildServer server;

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    @DisplayName("who can read the log sets up the office and its head, and then the page is gone")
    void theOfficeBegins(Visitor head, Visitor late) throws IOException {
        server = new ChildServer("first-start", Map.of("GONIEC_DEMO", "false"));
        server.start();
        var page = head.page();

        page.navigate(address("login.xhtml"));
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("To pierwsze uruchomienie"))
                .click();
        late.page().navigate(address("setup.xhtml"));
        assertThat(Accessibility.faults(late.page())).isEmpty();
        isToldOfEverythingAtOnce(page);
        fills(page);
        begin(page);
        assertThat(page.getByText("Kod jest nieprawidłowy.")).isVisible();
        assertThat(field(page, "Nazwa biura")).hasValue("Biuro Łąka");
        passwords(page, "krótkie", "krótkie");
        field(page, "Kod uruchomienia").fill(code());
        begin(page);
        assertThat(page.getByText("Hasło musi mieć co najmniej 12 znaków.")).isVisible();
        assertThat(page.getByText("Kod jest nieprawidłowy.")).hasCount(0);
        passwords(page, PASSWORD, PASSWORD);
        begin(page);
        assertThat(page.getByText("Gotowe. Możesz się zalogować.")).isVisible();

        late.isRefused(address("setup.xhtml"), 404);
        head.fillsLogIn(EMAIL, PASSWORD);
        assertThat(page.locator("#userMenuButton")).isVisible();
        page.navigate(address("login.xhtml"));
        assertThat(page.getByText("To pierwsze uruchomienie")).hasCount(0);

        isShownTheWaysToTheFirstCompany(page);
        changesTheOffice(page);
    }

    private static void isToldOfEverythingAtOnce(Page page) {
        field(page, "Kod uruchomienia").fill("nie ten kod");
        field(page, "NIP").fill("526-025-02-75");
        field(page, "Telefon").fill("abc");
        page.getByLabel("sobota, otwarcie").fill("10:00");
        passwords(page, PASSWORD, "coś innego");
        begin(page);
        for (var fault : List.of(
                "Kod jest nieprawidłowy.",
                "Wpisz nazwę biura.",
                "To nie jest poprawny NIP.",
                "Numer telefonu zaczyna się",
                "Każdy dzień ma godzinę otwarcia",
                "Wpisz imię i nazwisko.",
                "Wpisz adres e-mail.",
                "Oba hasła muszą być takie same.")) {
            assertThat(page.getByText(fault)).isVisible();
        }
        assertThat(field(page, "Nowe hasło")).hasValue(PASSWORD);
        page.getByLabel("sobota, otwarcie").fill("");
    }

    private void isShownTheWaysToTheFirstCompany(Page page) {
        page.navigate(address("office/companies.xhtml"));
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Nie ma jeszcze żadnej firmy")))
                .isVisible();
        for (var way : List.of("Osoby", "Import", "Dodaj firmę")) {
            page.navigate(address("office/companies.xhtml"));
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(way)).click();
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                    .hasText("Dodaj firmę".equals(way) ? "Nowa firma" : way);
        }
    }

    private void changesTheOffice(Page page) {
        page.navigate(address("office/companies.xhtml"));
        page.locator("#userMenuButton").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Dane biura"))
                .click();
        assertThat(field(page, "Nazwa biura")).hasValue("Biuro Łąka");
        assertThat(field(page, "NIP")).hasValue("526-025-02-74");
        assertThat(page.getByLabel("poniedziałek, otwarcie")).hasValue("08:00");
        var other = page.context().newPage();
        other.navigate(page.url());

        page.getByLabel("sobota, otwarcie").fill("10:00");
        button(page, "Zapisz").click();
        assertThat(page.getByText("Każdy dzień ma godzinę otwarcia")).isVisible();
        page.getByLabel("sobota, zamknięcie").fill("12:00");
        field(page, "Podpis wiadomości e-mail").fill("Z poważaniem\nBiuro Łąka");
        button(page, "Zapisz").click();
        assertThat(page.getByText("Zapisano.")).isVisible();

        field(other, "Adres").fill("ul. Spóźniona 2");
        button(other, "Zapisz").click();
        assertThat(other.getByText("Ktoś w tym czasie zmienił dane biura. Niczego nie zapisano."))
                .isVisible();
        assertThat(field(other, "Adres")).hasValue("ul. Spóźniona 2");
        other.close();

        chooses(page, PICTURE);
        assertThat(page.locator("img.g-logo--big")).isVisible();
        page.reload();
        assertThat(page.getByLabel("sobota, otwarcie")).hasValue("10:00");
        assertThat(page.locator("header img.g-logo")).isVisible();
        chooses(page, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.getByText("Logo musi być plikiem PNG albo JPEG.")).isVisible();
        // An open page would go on asking a server that is stopped.
        page.navigate("about:blank");
    }

    private static void chooses(Page page, byte[] logo) {
        page.locator("input[type=file]").setInputFiles(new FilePayload("logo.png", "image/png", logo));
    }

    private static void fills(Page page) {
        field(page, "Nazwa biura").fill("Biuro Łąka");
        field(page, "NIP").fill("5260250274");
        field(page, "Adres").fill("ul. Żabia 3, Łódź");
        field(page, "Telefon").fill("+48 42 100 20 30");
        field(page, "Imię i nazwisko").fill("Żaneta Szefowa");
        field(page, "E-mail").fill(EMAIL);
        passwords(page, PASSWORD, PASSWORD);
    }

    private static void passwords(Page page, String password, String again) {
        field(page, "Nowe hasło").fill(password);
        field(page, "Powtórz nowe hasło").fill(again);
    }

    private static void begin(Page page) {
        button(page, "ZAŁÓŻ BIURO").click();
    }

    private String code() throws IOException {
        var log = Files.readString(server.base().resolve("console.log"));
        var found = CODE.matcher(log);
        assertThat(found.find()).as("the code stands in the log").isTrue();
        return found.group(1);
    }

    private String address(String path) {
        return server.address() + path;
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}

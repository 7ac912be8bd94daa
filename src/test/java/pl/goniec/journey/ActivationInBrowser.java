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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import pl.goniec.fixture.Accessibility;
import pl.goniec.fixture.Browsers;
import pl.goniec.fixture.world.World;

/** A person at the pages of his account. */
final class ActivationInBrowser implements AutoCloseable {

    private static final Pattern LOG_IN = Pattern.compile("/login\\.xhtml");

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final BrowserContext window;
    private final Page page;

    private ActivationInBrowser() {
        window = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(System.getProperty("goniec.url"))
                        .setLocale("pl-PL"));
        window.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().contains("status of 401")) {
                complaints.add(message.text());
            }
        });
        page = window.newPage();
    }

    static void goesThroughIt() {
        try (var invited = new ActivationInBrowser()) {
            invited.activates();
        }
        try (var forgetful = new ActivationInBrowser()) {
            forgetful.setsAnotherPassword();
        }
        try (var nobody = new ActivationInBrowser()) {
            nobody.findsSpentLinksOfNoUse();
            nobody.asksForLinks();
        }
        try (var watched = new ActivationInBrowser();
                var elsewhere = new ActivationInBrowser()) {
            elsewhere.logsIn(ActivationIT.WATCHED, World.PASSWORD);
            watched.logsIn(ActivationIT.WATCHED, World.PASSWORD);
            watched.changesThePassword();
            elsewhere.isToldThatItIsOver();
            elsewhere.isAskedToLogIn();
            watched.isStillHere();
        }
    }

    @Override
    public void close() {
        window.close();
        assertThat(complaints).isEmpty();
    }

    private void activates() {
        page.navigate("/activate.xhtml?key=" + ActivationIT.INVITATION);
        assertThat(heading("Aktywacja konta")).isVisible();
        assertThat(page.getByText(ActivationIT.INVITED)).isVisible();
        assertThat(Accessibility.faults(page)).isEmpty();
        types("krótkie", "krótkie");
        button("AKTYWUJ KONTO").click();
        assertThat(page.getByText("Hasło musi mieć co najmniej 12 znaków.")).isVisible();
        types(ActivationIT.PASSWORD, ActivationIT.PASSWORD + "x");
        button("AKTYWUJ KONTO").click();
        assertThat(page.getByText("Oba hasła muszą być takie same.")).isVisible();
        types(ActivationIT.PASSWORD, ActivationIT.PASSWORD);
        button("AKTYWUJ KONTO").click();
        assertThat(page.getByText("Gotowe. Możesz się zalogować.")).isVisible();
        fillsLogIn(ActivationIT.INVITED, ActivationIT.PASSWORD);
        assertThat(heading("Nie masz przypisanych firm")).isVisible();
    }

    private void setsAnotherPassword() {
        page.navigate("/activate.xhtml?key=" + ActivationIT.FORGOTTEN);
        assertThat(heading("Ustaw nowe hasło")).isVisible();
        types(ActivationIT.PASSWORD, ActivationIT.PASSWORD);
        button("USTAW HASŁO").click();
        assertThat(page.getByText("Gotowe. Możesz się zalogować.")).isVisible();
        fillsLogIn(ActivationIT.FORGETFUL, World.PASSWORD);
        assertThat(page.getByText("Nie udało się zalogować.")).isVisible();
        fillsLogIn(ActivationIT.FORGETFUL, ActivationIT.PASSWORD);
        page.waitForURL(address -> !address.contains("/login.xhtml"));
    }

    private void findsSpentLinksOfNoUse() {
        for (var secret : ActivationIT.spent()) {
            page.navigate("/activate.xhtml?key=" + secret);
            assertThat(heading("Ten odnośnik nie działa")).isVisible();
            assertThat(field("Nowe hasło")).hasCount(0);
        }
    }

    private void asksForLinks() {
        for (var email : List.of("nikt.konto@test.example", ActivationIT.WATCHED, ActivationIT.WATCHED)) {
            page.navigate("/login.xhtml");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Nie pamiętasz hasła?"))
                    .click();
            field("E-mail").fill(email);
            button("WYŚLIJ ODNOŚNIK").click();
            assertThat(page.getByText("Jeżeli ten adres ma aktywne konto, za chwilę przyjdzie wiadomość e-mail"))
                    .isVisible();
        }
    }

    private void changesThePassword() {
        page.navigate("/settings.xhtml?side=client");
        field("Obecne hasło").fill("nie to hasło");
        types(ActivationIT.PASSWORD, ActivationIT.PASSWORD);
        button("Zmień hasło").click();
        assertThat(page.getByText("Obecne hasło jest nieprawidłowe.")).isVisible();
        field("Obecne hasło").fill(World.PASSWORD);
        types(ActivationIT.PASSWORD, ActivationIT.PASSWORD);
        button("Zmień hasło").click();
        assertThat(page.getByText("Hasło zmienione.")).isVisible();
    }

    /** An open page asks nothing by itself while its socket is open: it is told. */
    private void isToldThatItIsOver() {
        assertThat(page.getByText("Sesja wygasła. Zaloguj się ponownie")).isVisible();
    }

    private void isAskedToLogIn() {
        page.navigate("/client/companies.xhtml");
        assertThat(page).hasURL(LOG_IN);
    }

    private void isStillHere() {
        page.navigate("/settings.xhtml?side=client");
        assertThat(heading("Ustawienia")).isVisible();
    }

    private void logsIn(String email, String password) {
        page.navigate("/login.xhtml");
        fillsLogIn(email, password);
        page.waitForURL(address -> !address.contains("/login.xhtml"));
    }

    private void fillsLogIn(String email, String password) {
        field("E-mail").fill(email);
        field("Hasło").fill(password);
        button("ZALOGUJ").click();
    }

    private void types(String password, String again) {
        field("Nowe hasło").fill(password);
        field("Powtórz nowe hasło").fill(again);
    }

    /** A part of the page may have the same name. */
    private Locator field(String label) {
        return page.locator("input").and(page.getByLabel(label, new GetByLabelOptions().setExact(true)));
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}

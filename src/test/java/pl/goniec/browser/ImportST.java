package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.CompanyAdminPage;
import pl.goniec.browser.page.Frame;
import pl.goniec.browser.page.ImportPage;
import pl.goniec.company.api.ImportColumn;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;
import pl.goniec.fixture.world.World;

/** Import: a list as a Polish Excel saves it is looked at before anything is done, is done once, and is done no second time. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class ImportST {

    private static final String HEAD = "szef@biuro.example";
    private static final String FILE = "źródło.csv";

    private final String nip = World.freshNip();
    private final String company = "Źdźbło i Spółka " + nip;

    /** Two people of a new company, and a company whose tax number is none. */
    private byte[] list() {
        return ("firma;NIP;e-mail;imię i nazwisko;rola\r\n"
                        + company + ";" + nip + ";gosia." + nip + "@import.example;Małgorzata Źdźbło;przedsiębiorca\r\n"
                        + ";" + nip + ";jan." + nip + "@import.example;Jan Ćma;pracownik\r\n"
                        + "Krzywa;123-456-78-90;;;\r\n")
                .getBytes(Charset.forName("windows-1250"));
    }

    @Test
    void aListIsShownThenTakenAndChangesNothingTheSecondTime(Visitor head) {
        var page = ImportPage.openedBy(head.enters(HEAD)).chooses(FILE, list());

        assertThat(page.number("Wiersze w pliku")).hasText("3");
        assertThat(page.number("Nowe firmy")).hasText("1");
        assertThat(page.number("Nowe konta")).hasText("2");
        assertThat(page.number("Osoby dodane do firm")).hasText("2");
        assertThat(page.number("Wiersze z błędem")).hasText("1");
        assertThat(page.faults()).hasCount(1);
        assertThat(page.faults()).containsText("4");
        assertThat(page.faults()).containsText("123-456-78-90");
        assertThat(page.faults()).containsText("Podaj poprawny NIP");
        assertThat(page.inviting()).not().isChecked();

        assertThat(page.presses("Importuj poprawne wiersze").text())
                .as("the bar, as long as it runs")
                .contains("progressbar");

        assertThat(page.heading("Zaimportowano „" + FILE + "”")).isVisible();
        assertThat(page.bar()).hasCount(0);
        assertThat(Frame.of(head).status()).containsText("Import zakończony");
        assertThat(page.number("Nowe firmy")).hasText("1");
        assertThat(page.number("Osoby dodane do firm")).hasText("2");
        assertThat(page.number("Osoby bez zaproszenia")).hasText("2");

        page.chooses(FILE, list());

        assertThat(page.number("Nowe firmy")).hasText("0");
        assertThat(page.number("Nowe konta")).hasText("0");
        assertThat(page.note()).containsText("Wszystko już jest w Gońcu.");
        assertThat(page.button("Importuj poprawne wiersze")).hasCount(0);

        page.presses("Wyślij zaproszenia");

        assertThat(page.number("Zaproszone osoby")).hasText("2");
        page.chooses(FILE, list());
        assertThat(page.note()).containsText("Nie ma nic do zrobienia.");
        assertThat(page.button("Wyślij zaproszenia")).hasCount(0);

        head.page().navigate("/office/head/companies.xhtml?q=" + nip);
        head.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(company))
                .click();
        CompanyAdminPage.on(head).deactivates();
    }

    @Test
    void theSampleIsAListThatCanBeImported(Visitor head) throws IOException {
        var page = ImportPage.openedBy(head.enters(HEAD));

        var sample = head.page()
                .waitForDownload(() -> head.page()
                        .getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Pobierz wzór (CSV)"))
                        .click());
        assertThat(sample.suggestedFilename()).matches("wzor-importu-\\d{4}-\\d{2}-\\d{2}\\.csv");
        page.chooses("wzor.csv", Files.readAllBytes(sample.path()));

        assertThat(page.number("Nowe firmy")).hasText("2");
        assertThat(page.number("Osoby dodane do firm")).hasText("2");
        assertThat(page.number("Wiersze z błędem")).hasText("0");
        assertThat(head.page().locator("dl.g-columns dt"))
                .hasText(Arrays.stream(ImportColumn.values())
                        .map(ImportColumn::heading)
                        .toArray(String[]::new));
    }

    @Test
    void aWorkbookIsRefusedInWords(Visitor head) {
        var page = ImportPage.openedBy(head.enters(HEAD));

        page.tries("firmy.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0});

        assertThat(page.refusal()).containsText("To nie jest plik CSV.");
        assertThat(page.note()).hasCount(0);
    }

    @Test
    void nobodyButTheHeadGetsThere(Visitor caretaker) {
        caretaker.enters("opiekun@biuro.example");
        Frame.of(caretaker).opensUserMenu();
        assertThat(Frame.of(caretaker).menuItem("Import")).hasCount(0);

        caretaker.isRefused("/office/head/import.xhtml", 403);
        caretaker.isRefused("/office/head/sample.csv", 403);
    }
}

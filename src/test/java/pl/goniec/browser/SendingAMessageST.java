package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.Composer;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.PickerDialog;
import pl.goniec.browser.page.ThreadPanel;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Documents;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** The box of a message: what is refused, what is attached, and what arrives. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class SendingAMessageST {

    private static final String CARETAKER = "opiekun@biuro.example";
    private static final String FIRM = "Pracownia Architektury Rzut";
    private static final String PERSON = "Justyna Domańska";
    private static final String EMAIL = "justyna@rzut.example";
    private static final String BLANK = "Napisz treść wiadomości. Pusta nie zostanie wysłana.";

    @TempDir
    private Path disk;

    @Test
    @DisplayName("S29 blank text is refused beside the field, and what was attached stays")
    void blankTextIsRefused(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Composer composer = picker.chooses(PERSON).attaches(Documents.pdf(disk, "Aneks.pdf"));

        composer.types("  \n ").sendButton().click();

        assertThat(composer.refusal(BLANK)).isVisible();
        assertThat(composer.text()).hasAccessibleDescription(BLANK);
        assertThat(composer.text()).hasAttribute("aria-invalid", "true");
        assertThat(composer.text()).isFocused();
        assertThat(composer.file("Aneks.pdf")).isVisible();
        assertThat(picker.messageTo(PERSON)).isVisible();

        composer.types("Aneks w załączeniu.");
        assertThat(composer.refusal(BLANK)).isHidden();
        composer.removes("Aneks.pdf").types("");
        picker.cancels();
    }

    @Test
    @DisplayName("S29 a text that is too long is refused beside the field, and every letter stays")
    void tooLongTextIsRefused(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Composer composer = picker.chooses(PERSON);
        String text = "ż".repeat(10_001);

        composer.types(text).sendButton().click();

        assertThat(composer.text())
                .hasAccessibleDescription(Pattern.compile("Treść jest za długa: najwyżej 10\\s?000 znaków\\."));
        assertThat(composer.text()).hasValue(text);
        composer.types("");
        picker.cancels();
    }

    @Test
    @DisplayName("S30 a message goes without any attachment")
    void attachmentIsOptional(Visitor caretaker, Visitor client) {
        String text = Fresh.text("Rozliczenie roczne jest gotowe.");

        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);
        conversations.starts().chooses(PERSON).sends(text);

        assertThat(conversations.thread(PERSON).message(text).getByRole(AriaRole.LINK))
                .hasCount(0);
        assertThat(ThreadPanel.openedByClient(client, EMAIL).message(text)).isVisible();
    }

    @Test
    @DisplayName("S31 the names of the files are shown before sending, and a file can be removed")
    void filesAreNamedAndCanBeRemoved(Visitor caretaker) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);
        String text = Fresh.text("Projekt umowy w załączniku.");
        Composer composer = conversations
                .starts()
                .chooses(PERSON)
                .attaches(Documents.pdf(disk, "Umowa – projekt.pdf"), Documents.picture(disk, "Rzut piętra.jpg"));
        assertThat(composer.file("Umowa – projekt.pdf")).isVisible();
        assertThat(composer.file("Rzut piętra.jpg")).isVisible();

        composer.removes("Rzut piętra.jpg");
        assertThat(composer.file("Rzut piętra.jpg")).isHidden();
        assertThat(composer.file("Umowa – projekt.pdf")).isVisible();
        composer.sends(text);

        Locator links = conversations.thread(PERSON).message(text).getByRole(AriaRole.LINK);
        assertThat(links).hasCount(1);
        assertThat(links).containsText("Umowa – projekt.pdf");
    }

    @Test
    @DisplayName("S31 a picture that is pasted becomes an attachment with a name")
    void pastedPictureIsAttached(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Composer composer = picker.chooses(PERSON).types("Zrzut ekranu poniżej.");

        composer.text().evaluate("""
                async field => {
                  const canvas = document.createElement('canvas');
                  canvas.width = canvas.height = 8;
                  const picture = await new Promise(done => canvas.toBlob(done, 'image/png'));
                  const clipboard = new DataTransfer();
                  clipboard.items.add(new File([picture], 'image.png', { type: 'image/png' }));
                  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
                }""");

        Locator remove = picker.window()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(Pattern.compile("^Usuń załącznik obraz-\\d{8}-\\d{6}\\.png$")));
        assertThat(remove).isVisible();
        assertThat(composer.text()).hasValue("Zrzut ekranu poniżej.");
        remove.click();
        assertThat(remove).isHidden();
        composer.types("");
        picker.cancels();
    }

    @Test
    @DisplayName("S31 a file of a kind that is not allowed is refused by its name, and the rest stays")
    void forbiddenKindIsRefusedByName(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Composer composer = picker.chooses(PERSON)
                .attaches(Documents.pdf(disk, "Protokół.pdf"))
                .types("Dwa pliki.");
        Path program =
                Documents.bytes(disk, "faktura.pdf.exe", (byte) 'M', (byte) 'Z', (byte) 0x90, (byte) 0, (byte) 3);

        caretaker.page().waitForFileChooser(() -> composer.chooseFile().click()).setFiles(program);

        assertThat(picker.window().getByRole(AriaRole.ALERT))
                .containsText("Pliku faktura.pdf.exe nie można dołączyć. Dozwolone są: PDF, JPEG, PNG");
        assertThat(composer.removeButton("faktura.pdf.exe")).isHidden();
        assertThat(composer.file("Protokół.pdf")).isVisible();
        assertThat(composer.text()).hasValue("Dwa pliki.");
        composer.removes("Protokół.pdf").types("");
        picker.cancels();
    }

    @Test
    @DisplayName("S31 a file over 20 MB is refused by its name before it is sent anywhere")
    void tooLargeFileIsRefused(Visitor caretaker) {
        PickerDialog picker = picker(caretaker);
        Composer composer = picker.chooses(PERSON);
        Path large = Documents.bytes(disk, "Skany.zip", new byte[20 * 1024 * 1024 + 1]);

        caretaker.page().waitForFileChooser(() -> composer.chooseFile().click()).setFiles(large);

        assertThat(picker.window().getByRole(AriaRole.ALERT))
                .containsText("Plik Skany.zip jest za duży: najwyżej 20 MB.");
        assertThat(composer.removeButton("Skany.zip")).isHidden();
        picker.cancels();
    }

    @Test
    @DisplayName("S32 what is sent stands in the sender's thread and on the recipient's account, and stays there")
    void sentMessageIsStored(Visitor caretaker, Visitor client) {
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);
        String text = Fresh.text("Zgłosiliśmy nową pracownicę do ZUS.");

        conversations.starts().chooses(PERSON).sends(text);

        assertThat(caretaker.page().getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(conversations.thread(PERSON).message(text)).hasCount(1);
        assertThat(conversations.item(PERSON)).containsText("Biuro: Zgłosiliśmy nową");
        caretaker.page().reload();
        assertThat(conversations.thread(PERSON).message(text)).hasCount(1);

        ThreadPanel received = ThreadPanel.openedByClient(client, EMAIL);
        assertThat(received.message(text)).hasCount(1);
        assertThat(received.message(text)).containsText("Tomasz Zieliński");
    }

    @Test
    @DisplayName("S32 what could not be sent stays, is told so, and goes with the next press")
    void pressedAgainAfterAFailure(Visitor client) {
        var words = Fresh.text("Za drugim razem.");
        var home = ClientHomePage.of(client, EMAIL).opensWindow();
        home.page().route("**/client/home.xhtml*", route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });
        home.text().fill(words);

        home.send().click();

        assertThat(home.page().locator("#status")).containsText("Nie udało się. Wpisany tekst jest nadal na stronie");
        assertThat(home.text()).hasValue(words);
        assertThat(home.text()).isEditable();
        assertThat(home.text()).not().hasAttribute("aria-invalid", "true");
        home.page().unrouteAll();
        home.send().click();
        assertThat(home.text()).hasValue("");
        assertThat(home.message(words)).hasCount(1);
        assertThat(home.page().locator("#status")).not().containsText("Nie udało się");
        client.expected(503);
    }

    @Test
    @DisplayName("S33 a download gives the same name, size and bytes, on both sides")
    void downloadGivesTheSameFile(Visitor caretaker, Visitor client) throws IOException {
        String name = "Zażółć gęślą jaźń – Łódź (kopia 1).pdf";
        Path file = Documents.pdf(disk, name);
        String text = Fresh.text("Faktura z Łodzi w załączniku.");
        var conversations = ConversationsPage.openedBy(caretaker, CARETAKER, FIRM);

        conversations.starts().chooses(PERSON).attaches(file).sends(text);

        isTheSame(conversations.thread(PERSON).downloads(text, name), name, file);
        isTheSame(ThreadPanel.openedByClient(client, EMAIL).downloads(text, name), name, file);
    }

    private static PickerDialog picker(Visitor caretaker) {
        return ConversationsPage.openedBy(caretaker, CARETAKER, FIRM).starts();
    }

    private static void isTheSame(Download download, String name, Path file) throws IOException {
        assertThat(download.suggestedFilename()).isEqualTo(name);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(Files.readAllBytes(file));
    }
}

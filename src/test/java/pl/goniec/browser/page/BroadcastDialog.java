package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** The window POWIADOMIENIE over the lista firm. */
public final class BroadcastDialog {

    private final Page page;

    private BroadcastDialog(Page page) {
        this.page = page;
    }

    static BroadcastDialog on(Page page) {
        return new BroadcastDialog(page);
    }

    /** Returns the window of a page, open or not. */
    public static Locator of(Page page) {
        return new BroadcastDialog(page).window();
    }

    public Locator window() {
        return page.getByRole(
                AriaRole.DIALOG, new GetByRoleOptions().setName("POWIADOMIENIE").setExact(true));
    }

    /** Returns the line that says how many receive. */
    public Locator summary() {
        return window().getByText(Pattern.compile("\\d+ firm.*, \\d+ odbiorc"));
    }

    public Locator text() {
        return window().getByLabel("Treść wiadomości");
    }

    public Locator moreOptions() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Więcej opcji"));
    }

    public Locator title() {
        return window().getByLabel("Tytuł");
    }

    public Locator employees() {
        return window().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Także pracownicy"));
    }

    public Locator chooseFile() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYBIERZ plik"));
    }

    public Locator removal(String file) {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Usuń załącznik " + file));
    }

    public Locator send() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYŚLIJ"));
    }

    public Locator cancel() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Anuluj"));
    }

    /** Returns the note that the draft lies on the server. */
    public Locator saved() {
        return window().getByText("Szkic zapisany");
    }

    public BroadcastDialog attaches(FilePayload file) {
        page.waitForFileChooser(() -> chooseFile().click()).setFiles(file);
        assertThat(removal(file.name)).isVisible();
        return this;
    }

    /** Writes and sends, and waits for the window to close. */
    public void sends(String text) {
        text().fill(text);
        send().click();
        assertThat(window()).isHidden();
    }
}

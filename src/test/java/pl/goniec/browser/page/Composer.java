package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** The box in which a message is written: text, WYBIERZ, WYŚLIJ. */
public final class Composer {

    private final Page page;
    private final Locator around;

    private Composer(Page page, Locator around) {
        this.page = page;
        this.around = around;
    }

    /** The box within a window or a panel. */
    public static Composer in(Page page, Locator around) {
        return new Composer(page, around);
    }

    public Locator text() {
        return around.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Treść wiadomości"));
    }

    /** The control that chooses files; its name tells it from the WYBIERZ of a person. */
    public Locator chooseFile() {
        return around.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYBIERZ plik"));
    }

    public Locator sendButton() {
        return around.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("WYŚLIJ"));
    }

    /** What is said beside the text when it is refused. */
    public Locator refusal(String sentence) {
        return around.getByText(sentence, new Locator.GetByTextOptions().setExact(true));
    }

    public Composer types(String text) {
        text().fill(text);
        return this;
    }

    /** Presses WYBIERZ, chooses files and waits until they are there. */
    public Composer attaches(Path... files) {
        page.waitForFileChooser(() -> chooseFile().click()).setFiles(files);
        for (Path file : files) {
            assertThat(removeButton(name(file))).isVisible();
        }
        return this;
    }

    /** An attached file, by its name. */
    public Locator file(String name) {
        return around.getByRole(AriaRole.GROUP)
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .filter(new Locator.FilterOptions().setVisible(true));
    }

    public Locator removeButton(String name) {
        return around.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Usuń załącznik " + name).setExact(true));
    }

    public Composer removes(String name) {
        removeButton(name).click();
        assertThat(removeButton(name)).isHidden();
        return this;
    }

    /** Types a text, presses WYŚLIJ and waits until it has gone. */
    public void sends(String text) {
        types(text);
        sends();
    }

    /** Presses WYŚLIJ and waits until the message has gone: the box is empty, or closed. */
    public void sends() {
        page.waitForResponse(
                answer -> "POST".equals(answer.request().method())
                        && answer.request().postData() != null
                        && answer.request().postData().contains("%3Asend"),
                () -> sendButton().click());
        assertThat(text().and(around.locator(":not(:placeholder-shown)"))).hasCount(0);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}

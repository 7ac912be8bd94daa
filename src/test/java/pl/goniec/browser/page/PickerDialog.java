package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The window behind ROZPOCZNIJ NOWĄ KONWERSACJĘ: first the people, then the text for the one who is chosen. */
public final class PickerDialog {

    private final Page page;

    private PickerDialog(Page page) {
        this.page = page;
    }

    static PickerDialog of(Page page) {
        var dialog = new PickerDialog(page);
        assertThat(dialog.window()).isVisible();
        return dialog;
    }

    public Locator window() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** The window at its first step. */
    public Locator peopleOf(String company) {
        return page.getByRole(
                AriaRole.DIALOG,
                new GetByRoleOptions().setName("Wybierz odbiorcę — " + company).setExact(true));
    }

    /** The window at its second step. */
    public Locator messageTo(String person) {
        return page.getByRole(
                AriaRole.DIALOG,
                new GetByRoleOptions().setName("Wiadomość do — " + person).setExact(true));
    }

    public Locator rows() {
        return window().getByRole(AriaRole.LISTITEM);
    }

    public Locator row(String person) {
        return rows().filter(new Locator.FilterOptions().setHasText(person));
    }

    public Locator chooseButton(String person) {
        return row(person)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("WYBIERZ: " + person)
                                .setExact(true));
    }

    public Locator address(String email) {
        return window().getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(email));
    }

    /** Hovers the row of a person and presses WYBIERZ. */
    public Composer chooses(String person) {
        row(person).hover();
        chooseButton(person).click();
        return composer(person);
    }

    /** Clicks the e-mail address instead. */
    public Composer choosesByAddress(String person, String email) {
        address(email).click();
        return composer(person);
    }

    public Composer composer(String person) {
        assertThat(messageTo(person)).isVisible();
        return Composer.in(page, window());
    }

    public Locator cancelButton() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Anuluj"));
    }

    public Locator backButton() {
        return window().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Wróć do listy osób"));
    }

    /** Presses Anuluj and waits for the window to close. */
    public void cancels() {
        cancelButton().click();
        assertThat(window()).isHidden();
    }
}

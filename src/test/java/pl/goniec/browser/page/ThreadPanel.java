package pl.goniec.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import pl.goniec.fixture.Visitor;

/** An open conversation, on either side: the messages, oldest on top, and the box below them. */
public final class ThreadPanel {

    private final Page page;
    private final Locator around;

    private ThreadPanel(Page page, Locator around) {
        this.page = page;
        this.around = around;
    }

    /** The conversation within a panel or a window. */
    public static ThreadPanel in(Page page, Locator around) {
        var thread = new ThreadPanel(page, around);
        assertThat(thread.log()).isVisible();
        return thread;
    }

    /** The client's conversation with the office, in its window. */
    public static ThreadPanel inWindowOf(Visitor client) {
        return in(client.page(), client.page().getByRole(AriaRole.DIALOG));
    }

    /** Logs a client in and opens his conversation by user icon » WIADOMOŚCI. */
    public static ThreadPanel openedByClient(Visitor client, String email) {
        client.enters(email);
        Frame.of(client).chooses("WIADOMOŚCI");
        return inWindowOf(client);
    }

    public Locator log() {
        return around.getByRole(AriaRole.LOG);
    }

    public Locator messages() {
        return log().getByRole(AriaRole.ARTICLE);
    }

    /** The message with this text. */
    public Locator message(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text));
    }

    public Composer composer() {
        return Composer.in(page, around);
    }

    /** The link of a file of a message. */
    public Locator file(String text, String name) {
        return message(text).getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Clicks a file of a message and returns what was downloaded. */
    public Download downloads(String text, String name) {
        return page.waitForDownload(() -> file(text, name).click());
    }
}

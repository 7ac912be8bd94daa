package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.ConversationsPage;
import pl.goniec.browser.page.Screen;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Visitor;

/**
 * Takes the pictures of the README into {@code target/screenshots/readme}. With {@code -Dgoniec.screenshots.keep=true} they also
 * replace those in {@code src/docs/screenshots}; run this class alone then ({@code -Dit.test=ScreenshotsST}), so that no other
 * test has left its words on the screens.
 */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class ScreenshotsST {

    private static final Path TAKEN = Path.of("target", "screenshots", "readme");
    private static final Path KEPT = Path.of("src", "docs", "screenshots");
    private static final String HEAD = "szef@biuro.example";
    private static final String BAKERY = "Piekarnia Złoty Kłos";

    @Test
    void logIn(Visitor visitor) throws IOException {
        take(Screen.LOG_IN.openedBy(atDesk(visitor)), "login-light");
    }

    @Test
    void companies(Visitor head) throws IOException {
        var list = TickedList.of(atDesk(head), HEAD);
        for (int row : new int[] {2, 5, 8}) {
            list.ticks().nth(row).check();
        }
        assertThat(list.noticeButton()).containsText("3");
        Page page = head.page();

        take(page, "companies-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        take(page, "companies-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        list.untickAll().click();
        assertThat(list.untickAll()).isHidden();
        page.setViewportSize(360, 740);
        take(page, "companies-phone");
    }

    @Test
    void picker(Visitor head) throws IOException {
        var picker = ConversationsPage.openedBy(atDesk(head), HEAD, BAKERY).starts();
        picker.row("Jan Maj").hover();
        assertThat(picker.chooseButton("Jan Maj")).isVisible();

        take(head.page(), "picker-light");
    }

    @Test
    void conversation(Visitor caretaker) throws IOException {
        var thread = ConversationsPage.openedBy(atDesk(caretaker), "opiekun@biuro.example", BAKERY)
                .opens("Anna Kłos");
        assertThat(thread.messages().last()).isVisible();

        take(caretaker.page(), "conversation-light");
    }

    @Test
    void broadcast(Visitor head) throws IOException {
        var list = TickedList.of(atDesk(head), HEAD);
        list.pageTick().check();
        list.tickAll().click();
        assertThat(list.tickAll()).isHidden();
        var notice = list.opensNotice();
        notice.text().fill("""
                Szanowni Państwo,

                od 1 stycznia 2027 r. zmieniają się zasady wystawiania faktur w KSeF. W załączniku opisujemy krok po kroku, \
                co trzeba przygotować w Państwa firmie i do kiedy.

                Pytania prosimy kierować do opiekuna firmy.""");
        var file = new FilePayload("KSeF-2027-krok-po-kroku.pdf", "application/pdf", resource("/demo/files/ksef.pdf"));
        notice.attaches(file);
        assertThat(notice.saved()).isVisible();

        take(head.page(), "broadcast-light");

        notice.removal(file.name).click();
        assertThat(notice.removal(file.name)).isHidden();
        notice.text().fill("");
        notice.cancel().click();
        assertThat(notice.window()).isHidden();
    }

    @Test
    void ledger(Visitor head) throws IOException {
        take(Screen.LEDGER.openedBy(atDesk(head)), "ledger-light");
    }

    @Test
    void client(Visitor anna) throws IOException {
        var home = ClientHomePage.of(atDesk(anna), "anna@zlotyklos.example");
        take(anna.page(), "client-home-light");

        home.opensWindow();
        assertThat(home.log().getByText("Umowa – projekt.pdf")).isVisible();
        take(anna.page(), "client-conversation-light");
    }

    private static Visitor atDesk(Visitor visitor) {
        visitor.page().setViewportSize(1280, 900);
        return visitor;
    }

    private static void take(Page page, String name) throws IOException {
        assertThat(page.locator(".ui-state-loading")).hasCount(0);
        Path picture = TAKEN.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(picture).isNotEmptyFile();
        if (Boolean.getBoolean("goniec.screenshots.keep")) {
            Files.createDirectories(KEPT);
            Files.copy(picture, KEPT.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = ScreenshotsST.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}

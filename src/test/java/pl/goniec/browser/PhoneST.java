package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** What people came to do works on a screen 360 px wide; that nothing scrolls sideways says {@link AccessibilityST}. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class PhoneST {

    private static final int WIDTH = 360;

    @Test
    void officeAnswersAndClientReadsOnPhones(Visitor caretaker, Visitor beata) {
        var words = Fresh.text("Odpisuję z telefonu.");
        var answer = Fresh.text("Ja też.");
        caretaker.page().setViewportSize(WIDTH, 740);
        beata.page().setViewportSize(WIDTH, 740);

        var list = TickedList.of(caretaker, "opiekun@biuro.example");
        list.search().fill("Centrum Ogrodnicze Malwa");
        assertThat(list.ticks()).hasCount(1);
        list.row("Centrum Ogrodnicze Malwa").getByRole(AriaRole.LINK).click();
        Page page = caretaker.page();
        page.getByRole(AriaRole.LINK, named("PYTANIA KLIENTÓW")).first().click();
        page.getByRole(AriaRole.NAVIGATION, named("Lista konwersacji"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Beata Ogrodnik"))
                .click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Lista konwersacji")))
                .isHidden();
        page.getByLabel("Treść wiadomości").fill(words);
        page.getByRole(AriaRole.BUTTON, named("WYŚLIJ")).click();
        assertThat(page.getByRole(AriaRole.LOG)).containsText(words);
        page.getByRole(AriaRole.LINK, named("Wróć do konwersacji")).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Lista konwersacji")))
                .isVisible();

        var home = ClientHomePage.of(beata, "beata@malwa.example").opensWindow();
        assertThat(home.window().boundingBox().width).isEqualTo(WIDTH);
        assertThat(home.message(words)).isVisible();
        home.says(answer);
    }

    @Test
    void noticeIsSentFromAPhone(Visitor caretaker) {
        caretaker.page().setViewportSize(WIDTH, 740);
        var list = TickedList.of(caretaker, "opiekun@biuro.example").ticks("Cukiernia Beza");

        var notice = list.opensNotice();

        assertThat(notice.window().boundingBox().width).isEqualTo(WIDTH);
        notice.sends(Fresh.text("Wysłane z telefonu."));
        assertThat(list.status()).hasText("POWIADOMIENIE wysłane: 1 firma, 1 odbiorca.");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}

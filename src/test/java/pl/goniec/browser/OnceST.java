package pl.goniec.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pl.goniec.browser.page.BroadcastDialog;
import pl.goniec.browser.page.ClientHomePage;
import pl.goniec.browser.page.TickedList;
import pl.goniec.fixture.BrowserExtension;
import pl.goniec.fixture.Fresh;
import pl.goniec.fixture.Visitor;

/** A POWIADOMIENIE arrives exactly once, whatever its sender does with his browser. */
@ArquillianTest
@RunAsClient
@ExtendWith(BrowserExtension.class)
class OnceST {

    private static final String COMPANY = "Kamieniarstwo Granit";
    private static final String CLIENT = "henryk@granit.example";
    private static final String ACCEPTED = "POWIADOMIENIE wysłane: 1 firma, 1 odbiorca.";

    @Test
    @DisplayName("S45 a double click on WYŚLIJ sends one")
    void doubleClick(Visitor caretaker, Visitor henryk) {
        var words = Fresh.text("Dwa kliknięcia, jedna wiadomość.");
        var list = TickedList.of(caretaker, "opiekun@biuro.example").ticks(COMPANY);
        var notice = list.opensNotice();
        notice.text().fill(words);

        notice.send().dblclick();

        assertThat(notice.window()).isHidden();
        assertThat(list.status()).hasText(ACCEPTED);
        arrivedOnce(henryk, words);
    }

    @Test
    @DisplayName("S45 the request of WYŚLIJ, sent again, sends one")
    void repeatedRequest(Visitor caretaker, Visitor henryk) {
        var words = Fresh.text("To samo żądanie dwa razy.");
        var notice =
                TickedList.of(caretaker, "opiekun@biuro.example").ticks(COMPANY).opensNotice();
        notice.text().fill(words);

        Request sent = caretaker
                .page()
                .waitForRequest(
                        request -> body(request).contains("notice%3Ago%3Asend"),
                        () -> notice.send().click());
        assertThat(notice.window()).isHidden();
        for (int i = 0; i < 2; i++) {
            var again = caretaker
                    .page()
                    .request()
                    .post(
                            sent.url(),
                            RequestOptions.create()
                                    .setHeader("Content-Type", sent.headers().get("content-type"))
                                    .setHeader("Faces-Request", "partial/ajax")
                                    .setHeader("Origin", origin(sent))
                                    .setData(sent.postData()));
            assertThat(again.status()).isEqualTo(200);
        }

        arrivedOnce(henryk, words);
    }

    @Test
    @DisplayName("S45 refresh and back after sending send one")
    void refreshAndBack(Visitor caretaker, Visitor henryk) {
        var words = Fresh.text("Odświeżenie i powrót.");
        var list = TickedList.of(caretaker, "opiekun@biuro.example").ticks(COMPANY);
        list.opensNotice().sends(words);

        caretaker.page().reload();
        assertThat(list.noticeButton()).hasText("POWIADOMIENIE");
        list.table()
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                .first()
                .click();
        caretaker.page().waitForURL("**/office/company/start.xhtml**");
        caretaker.page().goBack();

        assertThat(list.noticeButton()).hasText("POWIADOMIENIE");
        assertThat(BroadcastDialog.of(caretaker.page())).isHidden();
        arrivedOnce(henryk, words);
    }

    @Test
    @DisplayName("S45 the same draft sent in two tabs sends one")
    void twoTabs(Visitor caretaker, Visitor henryk) {
        var words = Fresh.text("Dwie karty, jeden szkic.");
        var first = TickedList.of(caretaker, "opiekun@biuro.example").ticks(COMPANY);
        var notice = first.opensNotice();
        notice.text().fill(words);
        assertThat(notice.saved()).isVisible();
        var second =
                TickedList.on(caretaker.opensTab("/office/companies.xhtml")).ticks(COMPANY);
        var sameNotice = second.opensNotice();
        assertThat(sameNotice.text()).hasValue(words);

        notice.send().click();
        assertThat(first.status()).hasText(ACCEPTED);
        sameNotice.send().click();

        assertThat(second.status()).hasText(ACCEPTED);
        assertThat(sameNotice.window()).isHidden();
        arrivedOnce(henryk, words);
    }

    @Test
    @DisplayName("S45 another text in a second tab is told that the draft went, and stays")
    void otherTextInSecondTab(Visitor caretaker, Visitor henryk) {
        var words = Fresh.text("Pierwsza karta.");
        var other = Fresh.text("Druga karta.");
        var notice =
                TickedList.of(caretaker, "opiekun@biuro.example").ticks(COMPANY).opensNotice();
        var second =
                TickedList.on(caretaker.opensTab("/office/companies.xhtml")).ticks(COMPANY);
        var otherNotice = second.opensNotice();

        notice.sends(words);
        otherNotice.text().fill(other);
        otherNotice.send().click();

        assertThat(otherNotice.window())
                .containsText("To POWIADOMIENIE zostało już wysłane. Jeśli chcesz wysłać także ten tekst,");
        assertThat(otherNotice.text()).hasValue(other);
        var home = arrivedOnce(henryk, words);
        assertThat(home.message(other)).hasCount(0);

        otherNotice.send().click();
        assertThat(second.status()).hasText(ACCEPTED);
        assertThat(home.message(other)).hasCount(1);
    }

    private static ClientHomePage arrivedOnce(Visitor client, String words) {
        var home = ClientHomePage.of(client, CLIENT).opensWindow();
        assertThat(home.message(words)).hasCount(1);
        client.page().reload();
        home.opensWindow();
        assertThat(home.message(words)).hasCount(1);
        return home;
    }

    private static String body(Request request) {
        return request.postData() == null ? "" : request.postData();
    }

    private static String origin(Request request) {
        return request.url().replaceFirst("(https?://[^/]+).*", "$1");
    }
}

package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.goniec.conversation.web.ThreadBacking.KEPT;

import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Fresh;

/** A window that stays open while somebody writes in it, on the shared server. */
@ArquillianTest
@RunAsClient
class WritingAllDayST {

    private static final String CLIENT = "antoni@podeszwa.example";
    private static final String HEAD = "szef@biuro.example";
    private static final Pattern COMPANY = Pattern.compile("company=([0-9]+)");
    private static final Pattern CONVERSATION = Pattern.compile("data-conversation=\"([0-9]+)\"");
    private static final Pattern SHOWN = Pattern.compile("<article ");

    @Test
    @DisplayName("S23 a conversation shows what was written last, however much it was, and leads to what was before")
    void anOpenConversationDoesNotGrowWithWhatIsWrittenInIt() throws Exception {
        var conversation = conversationOf(CLIENT);
        var words = Fresh.text("Wiadomość numer");
        Answer last = null;
        for (int number = 1; number <= KEPT + 1; number++) {
            last = conversation.press("reply:go:send", Map.of("reply:write:text", words + " " + number + "."));
            assertThat(last.sent()).as("%s", last).isTrue();
        }

        assertThat(shown(last)).isEqualTo(KEPT);
        assertThat(last.body())
                .contains(words + " 2.", words + " " + (KEPT + 1) + ".")
                .doesNotContain(words + " 1.");

        var older = conversation.command("goniecOlder", Map.of());

        assertThat(shown(older)).isGreaterThan(KEPT);
        assertThat(older.body()).contains(words + " 1.");
    }

    /** The head opens it: what he writes is unread for nobody of the office, whose numbers other tests count. */
    private static OpenPage conversationOf(String email) throws Exception {
        var address = System.getProperty("goniec.url");
        var client = PageUser.loggedIn(address, email);
        return PageUser.loggedIn(address, HEAD)
                .open("/office/company/conversations.xhtml?company=" + found(COMPANY, client.read("/"))
                        + "&conversation="
                        + found(CONVERSATION, client.windowToTheOffice().text()));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s", pattern).isTrue();
        return matcher.group(1);
    }

    private static long shown(Answer answer) {
        return SHOWN.matcher(answer.body()).results().count();
    }
}

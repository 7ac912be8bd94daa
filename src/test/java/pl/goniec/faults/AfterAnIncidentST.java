package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Fresh;

/** Something that nobody expected goes wrong on an open page: older messages are asked for where no conversation is open. */
@ArquillianTest
@RunAsClient
class AfterAnIncidentST {

    private static final String CLIENT = "henryk@granit.example";

    @Test
    @DisplayName("S53 an incident on an open page is told by its number, and the same page can still send")
    void thePageGoesOn() throws Exception {
        var page = PageUser.loggedIn(System.getProperty("goniec.url"), CLIENT).windowToTheOffice();

        var failed = page.command("composerRemove_reply", Map.of("attachment", "which one?"));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.incident()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(failed.body()).isEmpty();

        var sent = page.press("reply:go:send", Map.of("reply:write:text", Fresh.text("Po błędzie.")));
        assertThat(sent.sent()).as("%s", sent).isTrue();
    }
}

package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Fresh;

/** A click whose request arrives more than once, as networks do: the shared server, and no browser that would hold it back. */
@ArquillianTest
@RunAsClient
class SameClickST {

    private static final int TIMES = 10;
    private static final String CLIENT = "henryk@granit.example";

    @Test
    @DisplayName("S53 the same click ten times at once sends one message and is acknowledged ten times")
    void tenClicksAtOnce() throws Exception {
        var henryk = PageUser.loggedIn(System.getProperty("goniec.url"), CLIENT);
        var window = henryk.windowToTheOffice();
        var words = Fresh.text("Dziesięć razy to samo.");
        var click = window.pressing("reply:go:send", Map.of("reply:write:text", words));

        var answers = Stream.generate(() -> henryk.begin(click)).limit(TIMES).toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.sent()).as("%s", answer).isTrue());
        assertThat(henryk.windowToTheOffice().text().split(Pattern.quote("<p>" + words + "</p>"), -1))
                .as("the window opened anew, around the one message")
                .hasSize(2);
    }
}

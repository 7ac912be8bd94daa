package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;

/** A server of its own whose operator has made a mistake in a setting. */
class RefusedStartIT {

    @Test
    void aWrongSettingIsNamedInOneLineAndTheServerCanBeStopped() throws IOException {
        var server = new ChildServer("refused-start", Map.of("GONIEC_SMTP_HOST", "127.0.0.1"));
        try {
            assertThat(server.startInVain())
                    .contains("Goniec does not start: GONIEC_MAIL_FROM must be an e-mail address")
                    .doesNotContain("Database ready");
        } finally {
            assertThat(server.stop()).as("ends by itself").isTrue();
        }
    }
}

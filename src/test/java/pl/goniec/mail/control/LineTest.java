package pl.goniec.mail.control;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.goniec.fixture.server.ScriptedMailServer.END;
import static pl.goniec.fixture.server.ScriptedMailServer.HANGS_UP;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.server.ScriptedMailServer;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.api.LetterProblem;
import pl.goniec.mail.api.LetterProblem.Reason;
import pl.goniec.mail.entity.OutgoingLetter;
import pl.goniec.platform.config.SettingsOfTests;
import pl.goniec.shared.PersonId;

class LineTest {

    private static final String ADDRESS = "anna@firma.example";
    private static final String RECIPIENT = "RCPT TO:<" + ADDRESS + ">";

    /** Longer than a mail server was once waited for. */
    private static final Duration LOOKING_FOR_VIRUSES = Duration.ofSeconds(11);

    private final ScriptedMailServer server = new ScriptedMailServer();
    private final Beans beans = new Beans(null);

    @BeforeEach
    void reachTheServer() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        SettingsOfTests.withMail(beans);
        MailServerOfTests.in(beans, Session.getInstance(properties));
    }

    @AfterEach
    void noServer() throws IOException {
        server.close();
    }

    @Test
    void aMailServerMayLookAtALetterForLongBeforeItTakesIt() throws Exception {
        server.answers(END, () -> {
            var until = Instant.now().plus(LOOKING_FOR_VIRUSES);
            Awaitility.await().forever().until(() -> Instant.now().isAfter(until));
            return "250 OK";
        });
        try (var line = open()) {
            assertThat(send(line)).isEmpty();
            assertThat(line.isOpen()).isTrue();
        }
        assertThat(server.taken()).containsExactly(RECIPIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL FROM:<goniec@biuro.example>", RECIPIENT, "DATA", END})
    void whoFallsSilentInTheMiddleHasPutOffThisLetter(String command) throws Exception {
        server.answers(command, HANGS_UP);
        try (var line = open()) {
            assertThat(reason(line)).isEqualTo(Reason.POSTPONED);
            assertThat(line.isOpen()).isFalse();
        }
    }

    private Line open() throws MessagingException {
        return beans.get(MailServer.class).open();
    }

    private static Reason reason(Line line) {
        return send(line).orElseThrow().reason();
    }

    private static Optional<LetterProblem> send(Line line) {
        var now = Instant.now();
        var letter = new Letter(LetterKind.MESSAGES, new PersonId(1), ADDRESS, "Temat", "Treść");
        return line.send(new OutgoingLetter(letter, now), new Sender("Biuro", "Biuro"), now);
    }
}

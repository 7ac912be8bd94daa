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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <anna@firma.example>: Recipient address rejected: User unknown",
                "550-5.1.1 The email account that you tried to reach\r\n550 5.1.1 does not exist",
                "554 5.1.2 Bad destination system address",
                "556 5.1.10 Recipient address has null MX",
                "550 5.2.1 Mailbox disabled",
                "550 5.4.1 Recipient address rejected: Access denied",
                "550 Nie ma takiej skrzynki",
                "551 User not local",
                "553 Mailbox name not allowed"
            })
    void whatIsSaidOfTheAddressIsFinal(String answer) throws Exception {
        server.answers(RECIPIENT, answer);
        try (var line = open()) {
            assertThat(reason(line)).isEqualTo(Reason.BOUNCED);
            assertThat(line.isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "554 5.7.1 <anna@firma.example>: Relay access denied",
                "550 5.7.1 Unable to relay",
                "550 relay not permitted",
                "550-Please turn on SMTP Authentication in your mail client\r\n550 or log in",
                "530 5.7.0 Authentication required",
                "550 5.1.8 <goniec@biuro.example>: Sender address rejected: Domain not found",
                "553 5.1.7 Bad address of the sender",
                "550 Sender verify failed",
                "550 5.2.2 Mailbox full",
                "552 Mailbox full",
                "554 Transaction failed",
                "503 Need MAIL command",
                "451 4.7.1 Greylisted",
                "421 4.3.2 Shutting down"
            })
    void whatMayBeTheOfficesOwnToMendIsTriedAgain(String answer) throws Exception {
        server.answers(RECIPIENT, answer);
        try (var line = open()) {
            assertThat(reason(line)).isEqualTo(Reason.POSTPONED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL FROM:<goniec@biuro.example>", "DATA", END})
    void whatIsSaidOfTheSenderOrTheTextIsTriedAgain(String command) throws Exception {
        server.answers(command, "550 5.1.1 No");
        try (var line = open()) {
            assertThat(reason(line)).isEqualTo(Reason.POSTPONED);
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

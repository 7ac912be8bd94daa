package pl.goniec.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.IOException;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.EncryptedDoor;
import pl.goniec.fixture.server.TestCertificate;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.control.MailServerOfTests;
import pl.goniec.platform.config.SettingsOfTests;
import pl.goniec.shared.PersonId;

/** Mail servers as most offices have them: with a log-in, over TLS. The sessions are those that the server makes of {@code mail.cli}. */
class SecuredMailServerTest extends MailOnBothEngines {

    private static final String USER = "goniec@biuro.example";
    private static final String PASSWORD = "Hasło-do-poczty 1";
    private static final String STARTTLS = "starttls";
    private static final String SSL = "ssl";
    private static final String OURS = "ip:127.0.0.1";
    private static final String OTHERS = "ip:127.0.0.2";

    private PersonId anna;
    private EncryptedDoor door;

    @BeforeEach
    void aMailServerThatWantsALogIn() {
        anna = world.entrepreneur(world.company("Złoty Kłos"), "Anna Kłos");
        mailServer.wantLogIn(USER, PASSWORD);
    }

    @AfterEach
    void noDoor() throws IOException {
        if (door != null) {
            door.close();
        }
    }

    /** Lets Goniec look for its mail server behind a door of this certificate, and log in so. */
    private void reach(String tls, String certificate, String password) {
        door = new EncryptedDoor(mailServer.port(), TestCertificate.of(certificate), tls.equals(STARTTLS));
        reach(door.port(), tls, TestCertificate.of(certificate), password);
    }

    private void reach(int port, String tls, TestCertificate trusted, String password) {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        if (!tls.isEmpty()) {
            properties.setProperty("mail.smtp." + (tls.equals(SSL) ? "ssl" : "starttls") + ".enable", "true");
            properties.put("mail.smtp.ssl.socketFactory", trusted.context().getSocketFactory());
            properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        }
        SettingsOfTests.withMail(beans, password.isEmpty() ? "" : USER, password);
        MailServerOfTests.in(beans, Session.getInstance(properties));
    }

    private void arrives(LetterId letter) {
        assertThat(sendDue()).isEqualTo(1);
        Awaitility.await().until(() -> mailServer.received(world.email(anna)).size() == 1);
        assertThat(look(letter, "state")).isEqualTo("SENT");
    }

    private void staysWithProblem(LetterId letter, String problem) {
        assertThat(sendDue()).isZero();
        assertThat(mailServer.received()).isEmpty();
        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(look(letter, "tries")).isEqualTo("0");
        assertThat(look(letter, "problem")).startsWith("UNREACHABLE ").contains(problem);
    }

    @Test
    void aLetterGoesOverStarttls() {
        reach(STARTTLS, OURS, PASSWORD);

        arrives(post(anna, LetterKind.MESSAGES, "Wiadomości"));
    }

    @Test
    void aLetterGoesOverTlsFromTheBeginning() {
        reach(SSL, OURS, PASSWORD);

        arrives(post(anna, LetterKind.MESSAGES, "Wiadomości"));
    }

    @Test
    void aWrongPasswordIsSeenAndTriedAgainUntilItIsRight() {
        reach(STARTTLS, OURS, "dawne hasło");
        var letter = post(anna, LetterKind.MESSAGES, "Wiadomości");

        staysWithProblem(letter, "535");
        staysWithProblem(letter, "535");
        mailServer.wantLogIn(USER, "dawne hasło");

        arrives(letter);
        assertThat(look(letter, "problem")).isNull();
    }

    @Test
    void withoutALogInTheMailServersRefusalIsSeenAndTheLetterWaits() {
        reach(mailServer.port(), "", null, "");
        var letter = post(anna, LetterKind.MESSAGES, "Wiadomości");

        sendDue();

        assertThat(mailServer.received()).isEmpty();
        assertThat(look(letter, "state")).isEqualTo("WAITING");
        assertThat(look(letter, "problem")).startsWith("POSTPONED ").contains("530 5.7.0");
    }

    @Test
    void aPasswordIsNeverSaidInPlainWordsWhereEncryptionIsAskedFor() {
        reach(mailServer.port(), STARTTLS, TestCertificate.of(OURS), PASSWORD);

        staysWithProblem(post(anna, LetterKind.MESSAGES, "Wiadomości"), "STARTTLS");
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrustedAfterStarttls() {
        reach(STARTTLS, OTHERS, PASSWORD);

        staysWithProblem(post(anna, LetterKind.MESSAGES, "Wiadomości"), "127.0.0.1");
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrustedFromTheBeginning() {
        reach(SSL, OTHERS, PASSWORD);

        staysWithProblem(post(anna, LetterKind.MESSAGES, "Wiadomości"), "127.0.0.1");
    }
}

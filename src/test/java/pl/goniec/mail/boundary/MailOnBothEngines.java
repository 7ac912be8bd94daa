package pl.goniec.mail.boundary;

import jakarta.mail.Session;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.OwnTransactions;
import pl.goniec.fixture.server.TestMailServer;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.control.MailServerOfTests;
import pl.goniec.platform.config.SettingsOfTests;
import pl.goniec.shared.PersonId;

/** An office with a mail server of its own, and letters to be sent over it. */
abstract class MailOnBothEngines extends OnBothEngines {

    final TestMailServer mailServer = new TestMailServer(0);
    UserTransaction transactions;

    @BeforeEach
    void anOfficeWithAMailServer() {
        mailServer.start();
        world.sql().change("DELETE FROM letter");
        world.sql().change("DELETE FROM office");
        world.sql()
                .change(
                        "INSERT INTO office (id, name, phone, address) VALUES (1, 'Biuro Rachunkowe Żółw', '+48 22 100 20 30',"
                                + " 'ul. Długa 5, Łódź')");
        SettingsOfTests.withMail(beans);
        transactions = new OwnTransactions(em);
        beans.with(UserTransaction.class, transactions);
        reach(mailServer.port());
    }

    @AfterEach
    void noMailServer() {
        mailServer.stop();
    }

    /** Lets Goniec look for its mail server on this port. */
    void reach(int port) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        MailServerOfTests.in(beans, Session.getInstance(properties));
    }

    LetterId post(PersonId to, LetterKind kind, String subject) {
        return post(to, kind, subject, Instant.now().plus(Duration.ofDays(3)));
    }

    LetterId post(PersonId to, LetterKind kind, String subject, Instant until) {
        with(Outbox.class, outbox -> {
            outbox.post(
                    new Letter(kind, to, world.email(to), subject, "Treść listu:\nhttps://goniec.example/?klucz=tajny"),
                    until);
            return true;
        });
        return new LetterId(world.sql().number("SELECT MAX(id) FROM letter WHERE person_id = ?", to));
    }

    int sendDue() {
        return with(SendingService.class, SendingService::sendDue);
    }

    String look(LetterId letter, String column) {
        return world.sql()
                .texts("SELECT " + column + " FROM letter WHERE id = ?", letter.value())
                .get(0);
    }

    /** Lets time pass for a letter. */
    void age(LetterId letter, Instant written) {
        world.sql()
                .change(
                        "UPDATE letter SET written_at = ?, next_try_at = ?, expires_at = ? WHERE id = ?",
                        written,
                        written,
                        written.plus(Duration.ofDays(3)),
                        letter.value());
    }
}

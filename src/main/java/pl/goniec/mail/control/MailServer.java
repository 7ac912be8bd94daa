package pl.goniec.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import pl.goniec.platform.config.Settings;

/**
 * The way to the mail server, as the mail session of the server says it. It is looked up when it is needed: a session that cannot
 * start, for example because nobody knows the host's name, is a mail server that is not reached and no reason not to start.
 */
@Dependent
public class MailServer {

    private static final String SESSION = "java:jboss/mail/Goniec";

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** Many look at a letter for viruses before they say that they have it; whoever does not wait so long sends it again. */
    private static final Duration ANSWER = Duration.ofMinutes(3);

    private static final Duration WRITING = Duration.ofSeconds(10);

    @Inject
    Settings settings;

    /** Opens a connection; nobody waits longer than 5 seconds for one, nor longer than 3 minutes for an answer. */
    public Line open() throws MessagingException {
        var given = session();
        var ours = new Properties();
        ours.putAll(given.getProperties());
        ours.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECTING.toMillis()));
        ours.setProperty("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
        ours.setProperty("mail.smtp.writetimeout", String.valueOf(WRITING.toMillis()));
        ours.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (Boolean.parseBoolean(ours.getProperty("mail.smtp.starttls.enable"))) {
            ours.setProperty("mail.smtp.starttls.required", "true");
        }
        var account = account(given, ours);
        if (account == null) {
            ours.remove("mail.smtp.auth");
            ours.remove("mail.smtp.user");
        }
        var session = Session.getInstance(ours);
        var transport = session.getTransport("smtp");
        if (account == null) {
            transport.connect();
        } else {
            transport.connect(account.getUserName(), account.getPassword());
        }
        return new Line(session, transport, settings.mailFrom());
    }

    /** Returns the mail session of the server. Its name is ours, and nobody's input. */
    @SuppressWarnings("BanJNDI")
    Session session() throws MessagingException {
        try {
            return InitialContext.doLookup(SESSION);
        } catch (NamingException e) {
            throw new MessagingException("The server has no mail session " + SESSION, e);
        }
    }

    /** Returns whom we log in as: who the settings name, else who the session does, else null. */
    private PasswordAuthentication account(Session given, Properties properties) {
        if (!settings.smtpUser().isEmpty()) {
            return new PasswordAuthentication(settings.smtpUser(), settings.smtpPassword());
        }
        if (!Boolean.parseBoolean(properties.getProperty("mail.smtp.auth"))) {
            return null;
        }
        var account =
                given.requestPasswordAuthentication(null, 0, "smtp", null, properties.getProperty("mail.smtp.user"));
        return account == null || account.getUserName().isBlank() ? null : account;
    }
}

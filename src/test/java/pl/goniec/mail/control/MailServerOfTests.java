package pl.goniec.mail.control;

import jakarta.mail.Session;
import pl.goniec.fixture.Beans;
import pl.goniec.platform.config.Settings;

/** The mail server that a test wants to be reached. */
public final class MailServerOfTests extends MailServer {

    private final Session session;

    @SuppressWarnings("UnnecessaryAssignment") // no framework makes this one
    private MailServerOfTests(Session session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Reaches the mail server by this session. */
    public static void in(Beans beans, Session session) {
        beans.with(MailServer.class, new MailServerOfTests(session, beans.get(Settings.class)));
    }

    @Override
    Session session() {
        return session;
    }
}

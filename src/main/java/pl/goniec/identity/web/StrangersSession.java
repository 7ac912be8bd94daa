package pl.goniec.identity.web;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Set;

/**
 * Keeps the session of a stranger for minutes alone. Faces begins one with every page, also for whoever only looks at the log-in, as
 * everybody does who logs out. As soon as somebody logs in, or has a form or a choice of his in it, it lasts as long as the server says.
 */
@WebListener
public class StrangersSession implements HttpSessionListener, HttpSessionAttributeListener {

    static final int SECONDS = (int) Duration.ofMinutes(5).toSeconds();

    private static final String FULL = "goniec.session.seconds";

    private static final Set<String> REASONS = Set.of(MarkedSession.ATTRIBUTE, MarkedSession.KEPT);

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        int full = session.getMaxInactiveInterval();
        session.setAttribute(FULL, full);
        if (full <= 0 || full > SECONDS) {
            session.setMaxInactiveInterval(SECONDS);
        }
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (REASONS.contains(event.getName())) {
            HttpSession session = event.getSession();
            session.setMaxInactiveInterval((Integer) session.getAttribute(FULL));
        }
    }
}

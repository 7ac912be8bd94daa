package pl.goniec.platform.persistence;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * A query that fails because its connection broke fails at once. EclipseLink would ask the same broken connection again and again,
 * with five seconds between, while somebody waits; the next transaction gets another connection.
 */
public class NoQueryRetry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}

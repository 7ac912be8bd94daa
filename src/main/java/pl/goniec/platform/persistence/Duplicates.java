package pl.goniec.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Supplier;
import pl.goniec.shared.BusinessException;

/**
 * What a unique key refuses. A use case asks first whether a value is taken; two that ask at one moment are told apart by the
 * database, and the second one gets the same answer as if it had come later.
 */
public final class Duplicates {

    /** SQL state of both engines. */
    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicates() {}

    /** Writes what was changed; where a value is somebody else's already, the refusal is thrown. */
    public static void flush(EntityManager em, Supplier<? extends BusinessException> refusal) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            if (isDuplicate(e)) {
                var refused = refusal.get();
                refused.initCause(e);
                throw refused;
            }
            throw e;
        }
    }

    private static boolean isDuplicate(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

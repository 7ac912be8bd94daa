package pl.goniec.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * The server's realm, which compares passwords. It counts the wrong ones of a name and locks the name for a while, wherever they were
 * typed: how many and how long is the server's own setting, and stands nowhere else.
 */
@ApplicationScoped
public class LogInRealm {

    /**
     * Tries at one name wait for each other. The realm counts a failure only after it has compared, so that of a hundred tries
     * that came at once it would compare a hundred, and not ten.
     */
    private static final List<Object> TURNS =
            Stream.generate(Object::new).limit(64).toList();

    /** Tells whether this is the password of a log-in name that may log in and is not locked. */
    public boolean accepts(String name, String password) {
        try {
            inTurn(
                    name,
                    () -> SecurityDomain.getCurrent()
                            .authenticate(name, new PasswordGuessEvidence(password.toCharArray())));
            return true;
        } catch (SecurityException e) {
            return false;
        } catch (RealmUnavailableException e) {
            throw new IllegalStateException("The realm is not available", e);
        }
    }

    /** Has a password of this name compared, when those before have been, and returns what that gives. */
    public <T, E extends Exception> T inTurn(String name, Comparison<T, E> comparison) throws E {
        synchronized (turn(name)) {
            return comparison.make();
        }
    }

    private static Object turn(String name) {
        return TURNS.get(Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), TURNS.size()));
    }

    /** Has the realm compare a password. */
    @FunctionalInterface
    public interface Comparison<T, E extends Exception> {

        /** Does it, or throws what says that the password was refused. */
        T make() throws E;
    }
}

package pl.goniec.platform.config;

import java.lang.System.Logger.Level;

/** Says in one line of the log, for an operator to look for, why the application does not start. */
public final class RefusedStart {

    private static final System.Logger LOG = System.getLogger(RefusedStart.class.getName());

    private RefusedStart() {}

    /** Writes the reason down and returns the exception that ends the start; the cause may be missing. */
    public static IllegalStateException because(String reason, Exception cause) {
        var message = "Goniec does not start: " + reason;
        LOG.log(Level.ERROR, message);
        return new IllegalStateException(message, cause);
    }
}

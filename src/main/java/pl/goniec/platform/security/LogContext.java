package pl.goniec.platform.security;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import org.jboss.logging.MDC;

/**
 * What stands beside every line of the log of one request, in fields of its own where the log is JSON: {@code correlation}, as in the
 * audit trail, {@code user} and {@code company}. It outlives the filters, since the outermost of them logs what has failed.
 */
@WebListener
public class LogContext implements ServletRequestListener {

    private static final String CORRELATION = "correlation";
    private static final String USER = "user";
    private static final String COMPANY = "company";

    /**
     * Says for whom this thread works from now on.
     *
     * @param user log-in name, or null when nobody is logged in
     * @param company id of the company that is asked for, or null
     */
    static void put(String correlation, String user, String company) {
        put(CORRELATION, correlation);
        put(USER, user);
        put(COMPANY, company);
    }

    static void clear() {
        put(null, null, null);
    }

    private static void put(String field, String value) {
        if (value == null) {
            MDC.remove(field);
        } else {
            MDC.put(field, value);
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        clear();
    }
}

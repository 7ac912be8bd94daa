package pl.goniec.platform.security;

import java.util.UUID;

/**
 * Where a request came from, bound to the thread that serves it.
 *
 * @param address of the machine, or null when nobody asked from outside
 * @param correlationId one per request, in the log and in the audit trail alike
 */
public record RequestOrigin(String address, String correlationId) {

    private static final ThreadLocal<RequestOrigin> CURRENT = new ThreadLocal<>();

    /** Returns the request's origin; for the system's own work one with a fresh correlation id. */
    public static RequestOrigin current() {
        var origin = CURRENT.get();
        return origin != null
                ? origin
                : new RequestOrigin(null, UUID.randomUUID().toString());
    }

    static RequestOrigin bind(String address) {
        var origin = new RequestOrigin(address, UUID.randomUUID().toString());
        CURRENT.set(origin);
        return origin;
    }

    static void unbind() {
        CURRENT.remove();
    }
}

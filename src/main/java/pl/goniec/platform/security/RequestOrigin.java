package pl.goniec.platform.security;

import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Where a request came from, bound to the thread that serves it. Work that a request leaves to another thread is handed the origin
 * as a parameter, see {@link OriginKept}.
 *
 * @param actor in whose name it is done, or null when that is whoever the container knows as the caller
 * @param address of the machine, or null when nobody asked from outside
 * @param correlationId one per request, in the log and in the audit trail alike
 */
public record RequestOrigin(String actor, String address, String correlationId) {

    private static final ThreadLocal<RequestOrigin> CURRENT = new ThreadLocal<>();

    /** Returns the request's origin; for the system's own work one with a fresh correlation id. */
    public static RequestOrigin current() {
        var origin = CURRENT.get();
        return origin != null
                ? origin
                : new RequestOrigin(null, null, UUID.randomUUID().toString());
    }

    /** Returns the origin of a request that a program has sent over the broker. */
    public static RequestOrigin ofProgram(String name) {
        return new RequestOrigin(name, null, UUID.randomUUID().toString());
    }

    static void bind(String address) {
        CURRENT.set(new RequestOrigin(null, address, UUID.randomUUID().toString()));
    }

    static void unbind() {
        CURRENT.remove();
    }

    /** Does something with this origin bound, and leaves bound what was before. */
    <T> T during(Callable<T> work) throws Exception {
        var before = CURRENT.get();
        if (equals(before)) {
            return work.call();
        }
        CURRENT.set(this);
        LogContext.put(correlationId, actor, null);
        try {
            return work.call();
        } finally {
            if (before == null) {
                unbind();
                LogContext.clear();
            } else {
                CURRENT.set(before);
                LogContext.put(before.correlationId, before.actor, null);
            }
        }
    }
}

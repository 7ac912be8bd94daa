package pl.goniec.platform.security;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;

/** Binds the origin that is handed over, around everything else: a refusal is reported with it too. */
@OriginKept
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class OriginInterceptor {

    @AroundInvoke
    Object keep(InvocationContext invocation) throws Exception {
        var origin = Arrays.stream(invocation.getParameters())
                .filter(RequestOrigin.class::isInstance)
                .map(RequestOrigin.class::cast)
                .findFirst()
                .orElseGet(RequestOrigin::current);
        return origin.during(invocation::proceed);
    }
}

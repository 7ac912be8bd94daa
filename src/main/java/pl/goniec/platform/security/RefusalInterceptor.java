package pl.goniec.platform.security;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;

/** Reports refusals of a boundary. A boundary that calls another one reports the same refusal only once. */
@RefusalsReported
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RefusalInterceptor {

    @Resource
    SessionContext context;

    @Inject
    Event<ActionRefused> refusals;

    @AroundInvoke
    Object report(InvocationContext invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (NotFoundException | ForbiddenException | ConflictException refusal) {
            if (refusal.firstReport()) {
                refusals.fire(refused(invocation, refusal));
            }
            throw refusal;
        }
    }

    private ActionRefused refused(InvocationContext invocation, BusinessException refusal) {
        var method = invocation.getMethod();
        return new ActionRefused(
                context.getCallerPrincipal().getName(),
                method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                Arrays.toString(invocation.getParameters()),
                refusal.key());
    }
}

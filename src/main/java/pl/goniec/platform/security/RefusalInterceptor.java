package pl.goniec.platform.security;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                ids(invocation.getParameters()),
                refusal.key());
    }

    /** Ids and numbers of what was named; never a text. */
    private static String ids(Object... values) {
        return Arrays.stream(values).flatMap(RefusalInterceptor::idsOf).collect(Collectors.joining(" "));
    }

    private static Stream<String> idsOf(Object value) {
        if (value instanceof Number || value instanceof Enum<?>) {
            return Stream.of(value.toString());
        }
        if (value instanceof Iterable<?> many) {
            return Stream.of(many.toString()).filter(text -> text.matches("[\\[\\]0-9, ]*"));
        }
        if (value instanceof Record) {
            return Arrays.stream(value.getClass().getRecordComponents())
                    .map(component -> read(component, value))
                    .flatMap(RefusalInterceptor::idsOf);
        }
        return Stream.empty();
    }

    private static Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

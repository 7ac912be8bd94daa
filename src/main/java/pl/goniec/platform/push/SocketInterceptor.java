package pl.goniec.platform.push;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.websocket.Session;

/** Shows each new socket to {@link OpenSockets}. */
@SocketsNoticed
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class SocketInterceptor {

    @Inject
    OpenSockets sockets;

    @AroundInvoke
    Object notice(InvocationContext invocation) throws Exception {
        sockets.opened((Session) invocation.getParameters()[0]);
        return invocation.proceed();
    }
}

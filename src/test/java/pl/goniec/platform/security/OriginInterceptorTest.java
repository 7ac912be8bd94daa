package pl.goniec.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.goniec.shared.NotFoundException;

/** Work on another thread is told of as the request's that asked for it. */
class OriginInterceptorTest {

    private static final RequestOrigin ORIGIN = new RequestOrigin(null, "192.0.2.7", "one-request");

    private final OriginInterceptor interceptor = new OriginInterceptor();

    @AfterEach
    void nothingStaysBound() {
        RequestOrigin.unbind();
    }

    private static InvocationContext call(Callable<?> body, Object... parameters) {
        return (InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, ignored) -> switch (method.getName()) {
                    case "getParameters" -> parameters;
                    case "proceed" -> body.call();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void theOriginIsThatOfTheRequestAndGoneAfterwards() throws Exception {
        assertThat(interceptor.keep(call(RequestOrigin::current, new byte[0], true, ORIGIN)))
                .isEqualTo(ORIGIN);

        assertThat(RequestOrigin.current().address()).isNull();
        assertThat(RequestOrigin.current()).isNotEqualTo(ORIGIN);
    }

    @Test
    void whatWasBoundBeforeIsBoundAgainAlsoAfterARefusal() {
        RequestOrigin.bind("192.0.2.8");
        var before = RequestOrigin.current();

        assertThatThrownBy(() -> interceptor.keep(call(
                        () -> {
                            throw new NotFoundException();
                        },
                        ORIGIN)))
                .isInstanceOf(NotFoundException.class);

        assertThat(RequestOrigin.current()).isEqualTo(before);
    }

    @Test
    void whoHandsNothingOverHasOneOriginAllTheWay() throws Exception {
        assertThat(interceptor.keep(call(() -> RequestOrigin.current().equals(RequestOrigin.current()))))
                .isEqualTo(true);
    }
}

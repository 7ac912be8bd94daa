package pl.goniec.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a session is kept without a request, by whose it is. */
class StrangersSessionTest {

    private static final int HALF_AN_HOUR = 1800;

    private final StrangersSession listener = new StrangersSession();
    private final Map<String, Object> attributes = new HashMap<>();
    private int seconds;

    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getMaxInactiveInterval" -> seconds;
                case "setMaxInactiveInterval" -> {
                    seconds = (Integer) arguments[0];
                    yield null;
                }
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "getAttribute" -> attributes.get((String) arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private void begins(int configured) {
        seconds = configured;
        listener.sessionCreated(new HttpSessionEvent(session));
    }

    private void gets(String attribute) {
        listener.attributeAdded(new HttpSessionBindingEvent(session, attribute));
    }

    @Test
    void aStrangersSessionIsKeptForMinutes() {
        begins(HALF_AN_HOUR);
        gets("jakarta.faces.request.charset");

        assertThat(seconds).isEqualTo(StrangersSession.SECONDS).isLessThan(HALF_AN_HOUR);
    }

    @Test
    void whoLogsInHasTheWholeTime() {
        begins(HALF_AN_HOUR);
        gets(MarkedSession.ATTRIBUTE);

        assertThat(seconds).isEqualTo(HALF_AN_HOUR);
    }

    @Test
    void aFormOrAChoiceInTheSessionIsKeptTheWholeTime() {
        begins(HALF_AN_HOUR);
        gets(MarkedSession.KEPT);

        assertThat(seconds).isEqualTo(HALF_AN_HOUR);
    }

    @Test
    void aTimeThatIsShorterAnywayStaysAsItIs() {
        begins(60);
        assertThat(seconds).isEqualTo(60);
        gets(MarkedSession.ATTRIBUTE);
        assertThat(seconds).isEqualTo(60);
    }

    @Test
    void aTimeWithoutAnEndIsForThoseWhoLogIn() {
        begins(0);
        assertThat(seconds).isEqualTo(StrangersSession.SECONDS);
        gets(MarkedSession.ATTRIBUTE);
        assertThat(seconds).isZero();
    }
}

package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.fixture.ChildServer;

/** The lock of an account ends by itself, and then there are ten tries again: on a server whose lock lasts a minute. */
@EnabledIfEnvironmentVariable(named = "GONIEC_IT_HOSTILE", matches = "full")
class LockEndsIT {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");
    private static final Map<String, String> SETTINGS = Map.of(
            "GONIEC_DEMO",
            "true",
            "JAVA_OPTS",
            "-Xmx768m -Djava.net.preferIPv4Stack=true"
                    + " -Dwildfly.elytron.realm.GoniecRealm.brute-force.lockout-interval=1"
                    + " -Dwildfly.elytron.realm.GoniecRealm.brute-force.session-timeout=1");
    private static final String ANNA = "anna@zlotyklos.example";
    private static final int TRIES = 10;
    private static final Duration LOCK = Duration.ofMinutes(1);

    private ChildServer server;

    @AfterEach
    void stopServer() throws InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void thereAreTenTriesInEachLockTime() throws Exception {
        server = new ChildServer("lock-ends", SETTINGS);
        server.start();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < TRIES; i++) {
                assertThat(logsIn("Zgadywanka-" + i)).isFalse();
            }
            assertThat(logsIn(DemoAccount.PASSWORD)).as("round %d", round).isFalse();
            // Every try begins the lock anew, so that nobody asks before it is over.
            Awaitility.await("the end of the lock")
                    .pollDelay(LOCK.plusSeconds(5))
                    .atMost(LOCK.multipliedBy(2))
                    .until(() -> logsIn(DemoAccount.PASSWORD));
        }
    }

    private boolean logsIn(String password) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var address = URI.create(server.address() + "login.xhtml");
        var page = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        var state = VIEW_STATE.matcher(page);
        assertThat(state.find()).isTrue();
        var form = Map.of(
                "login",
                "login",
                "login:email",
                ANNA,
                "login:password",
                password,
                "login:submit",
                "",
                "jakarta.faces.ViewState",
                state.group(1));
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                                HttpRequest.newBuilder(address)
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode()
                == 302;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

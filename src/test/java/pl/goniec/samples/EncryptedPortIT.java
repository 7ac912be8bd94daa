package pl.goniec.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.server.Stomp;
import pl.goniec.fixture.server.TestCertificate;

/** With {@code GONIEC_INTEGRATORS_TLS} the port of AMQP and STOMP speaks TLS and nothing else. */
class EncryptedPortIT {

    private static final String PASSWORD = "Sekret-2026";
    private static final int WAIT = (int) Duration.ofSeconds(30).toMillis();
    private static final byte[] AMQP = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

    private static final TestCertificate CERTIFICATE = TestCertificate.of("ip:127.0.0.1");

    private static ChildServer server;

    @BeforeAll
    static void aServerWithAKeyStore() throws IOException, InterruptedException {
        var settings = new HashMap<String, String>();
        server = new ChildServer("encrypted-port", settings);
        var keys = server.base().resolve("keys.p12");
        CERTIFICATE.save(keys);
        settings.put("GONIEC_DEMO", "true");
        settings.put("GONIEC_INTEGRATORS_TLS", "true");
        settings.put("GONIEC_INTEGRATORS_KEYSTORE", keys.toString());
        settings.put("GONIEC_INTEGRATORS_KEYSTORE_PASSWORD", TestCertificate.password());
        server.addProgram("kadry", PASSWORD);
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    private static Socket encrypted() throws IOException {
        var socket = (SSLSocket)
                CERTIFICATE.context().getSocketFactory().createSocket("127.0.0.1", server.integratorsPort());
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(WAIT);
        return socket;
    }

    private static Socket plain() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.integratorsPort());
        socket.setSoTimeout(WAIT);
        return socket;
    }

    /** Begins to speak AMQP 1.0 and returns what the other side answers, as far as that is AMQP. */
    private static String greeted(Socket connected) throws IOException {
        try (var socket = connected) {
            socket.getOutputStream().write(AMQP);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void aProgramAsksOverTls() throws Exception {
        try (var stomp = Stomp.over(encrypted(), "kadry", PASSWORD)) {
            stomp.subscribe("jms.queue.GoniecReplies", "JMSCorrelationID = 'tls'");
            stomp.send(
                    "jms.queue.GoniecRequests",
                    Map.of("type", "SendMessage", "correlation-id", "tls", "reply-to", "jms.queue.GoniecReplies"),
                    "{}");

            assertThat(stomp.receive()).contains("\"outcome\":\"rejected\"");
        }
        assertThat(greeted(encrypted())).isEqualTo("AMQP");
    }

    @Test
    void whoSpeaksPlainlyIsRefused() throws Exception {
        assertThatThrownBy(() -> Stomp.at(server.integratorsPort(), "kadry", PASSWORD))
                .isInstanceOf(IOException.class);
        assertThat(greeted(plain())).isNotEqualTo("AMQP");
    }

    @Test
    void aWrongPasswordIsRefusedAsWithoutTls() {
        assertThatThrownBy(() -> Stomp.over(encrypted(), "kadry", "zgadywane")).isInstanceOf(Stomp.Refused.class);
    }

    @Test
    void thePasswordOfTheKeyStoreIsInNoFile() throws Exception {
        try (var files = Files.walk(server.base().resolve("configuration"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".xml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(TestCertificate.password()));
        }
    }
}

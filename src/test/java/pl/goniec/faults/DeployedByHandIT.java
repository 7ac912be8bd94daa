package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Papers;
import pl.goniec.fixture.world.Sql;

/**
 * Goniec is put into an untouched WildFly by the words of the document, gets a newer version while work waits in the queues, and is
 * taken out again. The ports alone are others than the document's, so that a running Goniec is not touched.
 */
@Tag("faults")
class DeployedByHandIT {

    private static final Path DOCUMENT = Path.of("src", "docs", "deploy-by-hand.md");
    private static final Path HERE = Path.of("target", "by-hand").toAbsolutePath();
    private static final Path CONSOLE = HERE.resolve("console.log");
    private static final Path ASK =
            Path.of("src", "samples", "java", "Ask.java").toAbsolutePath();
    private static final String BROKER = "/subsystem=messaging-activemq/server=default/jms-queue=";
    private static final String PASSWORD = "Sekret-2026";
    private static final int OFFSET = 10_500;
    private static final String ADDRESS = "http://127.0.0.1:" + (8080 + OFFSET) + "/";
    private static final String MANAGEMENT = "127.0.0.1:" + (9990 + OFFSET);
    /** How often the server says that it is up while the scripts run, before it is started anew. */
    private static final int RELOADS = 1;

    private static final Duration UP = Duration.ofMinutes(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private Process server;

    @BeforeEach
    void anUntouchedServer() throws Exception {
        Files.createDirectories(HERE);
        shell("rm -rf goniec wildfly-*; unzip -q '" + System.getProperty("goniec.wildfly") + "'");
        Files.deleteIfExists(HERE.resolve("goniec-wildfly.zip"));
        Files.copy(Path.of("target", "goniec-wildfly.zip"), HERE.resolve("goniec-wildfly.zip"));
    }

    @AfterEach
    void endServer() {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }

    @Test
    void theDocumentLeadsThereToANewerVersionAndBack() throws Exception {
        shell(step("unzip"));
        start();
        var before = model();
        long starts = starts();
        shell(step("wildfly-config/$script"));
        awaitStartAfter(starts + RELOADS);
        shell(step("goniec/goniec.war\""));

        assertThat(get(ADDRESS + "login.xhtml")).isEqualTo(200);
        var head = PageUser.loggedIn(ADDRESS, Installation.HEAD);
        shell("\"$JBOSS_HOME/bin/add-user.sh\" -s -a -u kadry -p " + PASSWORD + " -g back-office");
        assertThat(signatures()).isOne();

        cli(BROKER + "GoniecFanOut:pause");
        assertThat(NoticeWindow.toEverybody(head).send("Przed nową wersją").sent())
                .isTrue();
        shell(step("--replace"));
        assertThat(messages("GoniecFanOut")).isPositive();
        cli(BROKER + "GoniecFanOut:resume");
        Awaitility.await("the notice to be delivered")
                .atMost(Duration.ofMinutes(1))
                .until(() -> messages("GoniecFanOut") == 0);
        assertThat(signatures()).isOne();
        assertThat(sender("podpisany")).contains("\"goniec_sender\" => \"kadry\"");
        assertThat(get(ADDRESS + "login.xhtml")).isEqualTo(200);

        cli("deployment undeploy goniec.war");
        assertThat(signatures()).isZero();
        assertThat(sender("niczyj")).contains("JMSMessageID").doesNotContain("goniec_sender");
        shell(step("goniec/goniec.war\""));
        assertThat(signatures()).isOne();

        shell(step("remove/$script"));
        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertDeliveredOnce();
        start();
        assertThat(model()).isEqualTo(before);
    }

    /** Returns one of the document's steps, which run in one shell there. */
    private static String step(String said) {
        return Papers.block(DOCUMENT, said);
    }

    private static ProcessBuilder bash(String commands) {
        var opening = step("cli()").lines().limit(2).collect(Collectors.joining("\n", "", "\n"));
        var builder = new ProcessBuilder(
                        "bash",
                        "-ec",
                        (opening + commands).replace("--connect", "--connect --controller=" + MANAGEMENT))
                .directory(HERE.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("GONIEC_.*|JAVA_OPTS|JBOSS_.*"));
        builder.environment().put("GONIEC_DEMO", "true");
        return builder;
    }

    private static String shell(String commands) throws IOException, InterruptedException {
        var process = bash(commands).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(
                HERE.resolve("steps.log"), commands + said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(process.waitFor()).as(commands + said).isZero();
        assertThat(said).as(commands).doesNotContain("WFLYCTL");
        return said;
    }

    private static String cli(String command) throws IOException, InterruptedException {
        return shell("cli --command='" + command + "'");
    }

    private void start() throws IOException {
        long starts = starts();
        server = bash(step("bin/standalone.sh").strip() + " -Djboss.socket.binding.port-offset=" + OFFSET)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(CONSOLE.toFile()))
                .start();
        awaitStartAfter(starts);
    }

    private static void awaitStartAfter(long starts) {
        Awaitility.await("the server").atMost(UP).until(() -> starts() > starts);
    }

    /** Returns how often the server has said that it is up, without errors. */
    private static long starts() throws IOException {
        if (!Files.exists(CONSOLE)) {
            return 0;
        }
        try (var lines = Files.lines(CONSOLE, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("WFLYSRV0025")).count();
        }
    }

    /** Returns the number of the server's own process, below the scripts that start it, or 0. */
    private long java() {
        return server.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    private static int get(String address) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the whole configuration. */
    private static JsonObject model() throws IOException, InterruptedException {
        var said = shell("cli --output-json --command=':read-resource(recursive=true)'");
        try (var json = Json.createReader(new StringReader(said))) {
            return json.readObject();
        }
    }

    private static long messages(String queue) throws IOException, InterruptedException {
        return number("\"result\" => ([0-9]+)L", cli(BROKER + queue + ":read-attribute(name=message-count)"));
    }

    /** Returns how many signatures live in the server; whatever nothing holds is cleared away first. */
    private long signatures() throws IOException, InterruptedException {
        var histogram = shell("'" + Path.of(System.getProperty("java.home"), "bin", "jcmd") + "' " + java()
                + " GC.class_histogram | grep -E 'SenderSignature|Total'");
        return number("(?m)^ *[0-9]+: +([0-9]+) .*SenderSignature", histogram);
    }

    private static long number(String pattern, String said) {
        return Pattern.compile(pattern)
                .matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** Lets a program send a request while nobody takes it, and returns what the broker says of it. */
    private static String sender(String id) throws IOException, InterruptedException {
        var file = Files.writeString(
                HERE.resolve(id + ".json"),
                "{\"version\":1,\"requestId\":\"%s\",\"text\":\"Godziny\",\"companies\":\"all\"}".formatted(id));
        cli(BROKER + "GoniecRequests:pause");
        var asking = bash("export GONIEC_USER=kadry GONIEC_PASSWORD=" + PASSWORD
                        + " GONIEC_ADDRESS=remote+http://127.0.0.1:"
                        + (8080 + OFFSET)
                        + "; exec java -cp \"$JBOSS_HOME/bin/client/jboss-client.jar\" '" + ASK + "' SendBroadcast '"
                        + file + "'")
                .redirectOutput(HERE.resolve(id + ".txt").toFile())
                .start();
        Awaitility.await("the request").atMost(UP).until(() -> messages("GoniecRequests") > 0);
        var said = cli(BROKER + "GoniecRequests:list-messages");
        cli(BROKER + "GoniecRequests:resume");
        asking.waitFor();
        return said;
    }

    /** What was on its way while the newer version came. */
    private static void assertDeliveredOnce() throws Exception {
        var file = HERE.resolve("wildfly-39.0.1.Final/standalone/data/goniec");
        try (var connection = DriverManager.getConnection(
                "jdbc:h2:file:" + file + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0", "goniec", "goniec")) {
            var database = Sql.on(connection);
            assertThat(database.number("""
                    SELECT COUNT(*) FROM broadcast b JOIN body t ON t.id = b.body_id WHERE t.content = 'Przed nową wersją'
                      AND b.recipient_count = (SELECT COUNT(*) FROM message m WHERE m.broadcast_id = b.id)
                      AND b.recipient_count = (SELECT COUNT(*) FROM receipt r WHERE r.broadcast_id = b.id AND r.state = 'DONE')
                    """)).isOne();
            assertThat(
                            database.number(
                                    "SELECT COUNT(*) FROM broadcast b JOIN person p ON p.id = b.author_id WHERE p.email = 'kadry'"))
                    .isOne();
        }
    }
}

package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.Stomp;

/**
 * What an operator's tools see: health, figures and the log, on a server with every setting of its own off its default; and its scripts
 * against it while it runs.
 */
class OperationIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String CLIENT = "anna@zlotyklos.example";
    private static final Pattern CHANNEL = Pattern.compile("(changed\\?[0-9a-f-]+)");
    private static final Pattern RESULT =
            Pattern.compile("\"result\" => (?:expression )?\"?([^\"\\n}]*?)L?\"?\\s*[,}\\n]");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(goniec_[a-z_]+)");

    /** Every setting that the server reads, with a value that is not its default. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("GONIEC_BIND_ADDRESS", "0.0.0.0"),
            Map.entry("GONIEC_NODE", "goniec-9"),
            Map.entry("GONIEC_START_SECONDS", "500"),
            Map.entry("GONIEC_STOP_SECONDS", "15"),
            Map.entry("GONIEC_SESSION_MINUTES", "7"),
            Map.entry("GONIEC_DB_POOL", "21"),
            Map.entry("GONIEC_CONSUMERS", "3"),
            Map.entry("GONIEC_REDELIVERY_MILLIS", "500"),
            Map.entry("GONIEC_MAX_DELIVERIES", "5"),
            Map.entry("GONIEC_JMS_CALL_MILLIS", "4000"),
            Map.entry("GONIEC_MAX_MESSAGE_MB", "30"),
            Map.entry("GONIEC_SMTP_HOST", "mail.example"),
            Map.entry("GONIEC_SMTP_PORT", "2525"),
            Map.entry("GONIEC_SMTP_TLS", "starttls"),
            Map.entry("GONIEC_MAIL", "false"),
            Map.entry("GONIEC_LOG_FORMAT", "json"),
            Map.entry("GONIEC_LOG_MB", "3"),
            Map.entry("GONIEC_LOG_FILES", "4"),
            Map.entry("GONIEC_FACES_STAGE", "Development"));

    private static Installation goniec;
    private static ManagementAddress management;

    @BeforeAll
    static void anOffice() throws IOException, InterruptedException, SQLException {
        goniec = new Installation("operation", Engine.POSTGRESQL, 60);
        SETTINGS.forEach(goniec::with);
        goniec.start();
        management = new ManagementAddress(goniec.server());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (goniec != null) {
            goniec.close();
        }
    }

    private static void eventually(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(holds);
    }

    @Test
    void everySettingOfTheServerIsSeenInItsModel() throws Exception {
        var expected = new LinkedHashMap<String, String>();
        expected.put("/subsystem=transactions:read-attribute(name=node-identifier", "goniec-9");
        expected.put("/system-property=jboss.as.management.blocking.timeout:read-attribute(name=value", "500");
        expected.put("/system-property=org.wildfly.sigterm.suspend.timeout:read-attribute(name=value", "15");
        expected.put("/subsystem=undertow/servlet-container=default:read-attribute(name=default-session-timeout", "7");
        expected.put(datasource("max-pool-size"), "21");
        expected.put(datasource("driver-name"), "postgresql");
        expected.put(datasource("user-name"), "goniec");
        expected.put(broker("/jms-queue=GoniecFanOut", "consumer-count"), "3");
        expected.put(broker("/address-setting=#", "redelivery-delay"), "500");
        expected.put(broker("/address-setting=#", "max-delivery-attempts"), "5");
        expected.put(broker("/pooled-connection-factory=activemq-ra", "call-timeout"), "4000");
        expected.put(listener("http-listener=default"), "300000000");
        expected.put(listener("https-listener=https"), "300000000");
        expected.put(smtp("host"), "mail.example");
        expected.put(smtp("port"), "2525");
        expected.put("/subsystem=mail/mail-session=Goniec/server=smtp:read-attribute(name=tls", "true");
        expected.put("/subsystem=mail/mail-session=Goniec/server=smtp:read-attribute(name=ssl", "false");
        expected.put("/subsystem=logging/size-rotating-file-handler=FILE:read-attribute(name=rotate-size", "3m");
        expected.put("/subsystem=logging/size-rotating-file-handler=FILE:read-attribute(name=max-backup-index", "4");
        expected.put(socket("http", "bound-address"), "0.0.0.0");
        expected.put(
                socket("http", "bound-port"), String.valueOf(goniec.server().port()));
        expected.put(
                socket("https", "bound-port"), String.valueOf(goniec.server().port() + 1));
        expected.put(
                socket("management-http", "bound-port"),
                String.valueOf(goniec.server().managementPort()));
        expected.put(
                socket("goniec-integrators", "port"),
                String.valueOf(goniec.server().integratorsPort()));

        var said = goniec.server()
                .manage(expected.keySet().stream()
                        .map(read -> read + ",resolve-expressions=true)")
                        .toArray(String[]::new));

        assertThat(RESULT.matcher(said).results().map(result -> result.group(1)))
                .as(said)
                .containsExactlyElementsOf(expected.values());
    }

    private static String datasource(String attribute) {
        return "/subsystem=datasources/data-source=GoniecDS:read-attribute(name=" + attribute;
    }

    private static String broker(String resource, String attribute) {
        return "/subsystem=messaging-activemq/server=default" + resource + ":read-attribute(name=" + attribute;
    }

    private static String listener(String listener) {
        return "/subsystem=undertow/server=default-server/" + listener + ":read-attribute(name=max-post-size";
    }

    private static String smtp(String attribute) {
        return "/socket-binding-group=standard-sockets/remote-destination-outbound-socket-binding=goniec-smtp"
                + ":read-attribute(name=" + attribute;
    }

    private static String socket(String name, String attribute) {
        return "/socket-binding-group=standard-sockets/socket-binding=" + name + ":read-attribute(name=" + attribute;
    }

    @Test
    void theStageOfFacesIsThatOfTheSetting() throws Exception {
        assertThat(goniec.logIn(CLIENT).read("/")).contains("Development");
    }

    @Test
    void everyDocumentedFigureIsToldAndNoOther() throws Exception {
        eventually("the first look", () -> !Double.isNaN(management.figure("goniec_fanout_pending_copies")));

        var told = management.figures().keySet().stream()
                .map(name -> name.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        var documented = DOCUMENTED
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(documented);
        assertThat(management.metrics()).as("the server's figures beside them").contains("GoniecDLQ", "GoniecDS");
    }

    @Test
    void figuresTellWhatHappens() throws Exception {
        double messages = management.figure("goniec_messages_sent_total");
        double rejected = management.figure("goniec_requests_answered_total rejected");
        double sockets = management.figure("goniec_sockets_open");

        var client = goniec.logIn(CLIENT);
        var window = client.windowToTheOffice();
        assertThat(window.press("reply:go:send", Map.of("reply:write:text", "Policzona"))
                        .sent())
                .isTrue();
        goniec.server().addProgram("licznik", "Sekret-2026");
        try (var program = Stomp.at(goniec.server().integratorsPort(), "licznik", "Sekret-2026")) {
            program.send("jms.queue.GoniecRequests", Map.of("type", "Nonsense"), "{}");
            eventually(
                    "the rejected request",
                    () -> management.figure("goniec_requests_answered_total rejected") == rejected + 1);
        }
        var socket = listen(client);
        var another = goniec.logIn(CLIENT);
        listen(another);
        eventually("the sockets", () -> management.figure("goniec_sockets_open") == sockets + 2);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        another.logOut();
        eventually("the end of the sockets", () -> management.figure("goniec_sockets_open") == sockets);

        assertThat(management.figure("goniec_messages_sent_total")).isEqualTo(messages + 1);
    }

    private static WebSocket listen(PageUser user) throws IOException, InterruptedException {
        var channel = CHANNEL.matcher(user.read("/"));
        assertThat(channel.find()).isTrue();
        var address = "127.0.0.1:" + goniec.server().port();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", user.cookies())
                .header("Origin", "http://" + address)
                .buildAsync(
                        URI.create("ws://" + address + "/omnifaces.push/" + channel.group(1)),
                        new WebSocket.Listener() {})
                .join();
    }

    @Test
    void readinessTellsTheDatabaseTheBrokerAndTheMigrationsApart() throws Exception {
        assertReady(Map.of());
        assertThat(management.health("live").checks()).containsEntry("threads", "UP");

        goniec.stopBroker();
        try {
            eventually("the broker to be away", () -> isDown("broker"));
            assertReady(Map.of("broker", "DOWN"));
        } finally {
            goniec.startBroker();
        }
        eventually("the broker to be back", () -> !isDown("broker"));

        sql(
                "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', description, type, script, checksum, installed_by,"
                        + " installed_on, execution_time, success FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
        try {
            assertReady(Map.of("migrations", "DOWN"));
        } finally {
            sql("DELETE FROM flyway_schema_history WHERE version = '99'");
        }
        assertReady(Map.of());
    }

    @Test
    void anIncidentIsCountedAndItsLineSaysForWhomAndWhere() throws Exception {
        var head = goniec.logIn(Installation.HEAD);
        long company = goniec.count("SELECT MIN(id) FROM company");
        double incidents = management.figure("goniec_incidents_total");

        goniec.postgres().stopHard();
        try {
            head.read("/office/company/conversations.xhtml?company=" + company);
            assertReady(Map.of("database", "DOWN", "migrations", "DOWN"));
            eventually("figures that nobody knows", () -> Double.isNaN(management.figure("goniec_letters_waiting")));
        } finally {
            goniec.postgres().start();
        }
        eventually("the database to be back", () -> !isDown("database"));

        assertThat(management.figure("goniec_incidents_total")).isGreaterThan(incidents);
        try (var lines = Files.lines(goniec.server().base().resolve("log").resolve("server.log"))) {
            assertThat(lines.filter(line -> line.startsWith("{"))
                            .map(OperationIT::json)
                            .filter(line -> line.getString("loggerName").endsWith("IncidentFilter"))
                            .map(line -> line.getJsonObject("mdc")))
                    .isNotEmpty()
                    .allSatisfy(fields ->
                            assertThat(fields.getString("correlation")).hasSize(36))
                    .anySatisfy(fields -> {
                        assertThat(fields.getString("user")).isEqualTo(Installation.HEAD);
                        assertThat(fields.getString("company")).isEqualTo(String.valueOf(company));
                    });
        }
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static boolean isDown(String check) throws IOException, InterruptedException {
        return "DOWN".equals(management.health("ready").checks().get(check));
    }

    /** Asks for readiness, and that everything is well but for these; being alive is another matter. */
    private static void assertReady(Map<String, String> except) throws IOException, InterruptedException {
        var ready = management.health("ready");
        var live = management.health("live");

        for (var check : List.of("database", "broker", "migrations")) {
            assertThat(ready.checks()).containsEntry(check, except.getOrDefault(check, "UP"));
        }
        assertThat(ready.status()).isEqualTo(except.isEmpty() ? 200 : 503);
        assertThat(live.status()).isEqualTo(200);
        assertThat(live.checks()).doesNotContainKeys("database", "broker", "migrations");
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = goniec.postgres().open();
                var statements = connection.createStatement()) {
            statements.execute(statement);
        }
    }

    @Test
    void theScriptsChangeNothingOnAServerThatHasThem() throws Exception {
        var configuration = goniec.server().base().resolve("configuration").resolve("goniec.xml");
        var before = Files.readString(configuration);
        var twice = goniec.server().base().resolve("twice.cli");
        var scripts =
                WildFlyScripts.inOrder().stream().map(WildFlyScripts::text).collect(Collectors.joining("\n"));
        Files.writeString(twice, scripts + "\n" + scripts);

        goniec.server().script(twice);

        assertThat(Files.readString(configuration)).isEqualTo(before);
        assertThat(goniec.server().base().resolve("log").resolve("management.log"))
                .content()
                .as("operations of the management are written down")
                .contains("max-delivery-attempts");
    }
}

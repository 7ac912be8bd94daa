package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.Management;
import pl.goniec.fixture.server.Operators;
import pl.goniec.fixture.server.Programs;
import pl.goniec.fixture.server.Stomp;
import pl.goniec.fixture.world.World;
import pl.goniec.identity.api.AccountState;

/**
 * The rows of the access matrix that are neither a page nor a boundary: the broker and the server's management, tried by everybody
 * with the name and password that he has. What is refused changes no row; what is allowed does what it should.
 */
class ChannelMatrixIT extends Journey {

    private static final String SEND_REQUEST = "jms.send GoniecRequests";
    private static final String SEND_CHUNK = "jms.send GoniecFanOut";
    private static final String CONSUME = "jms.consume GoniecRequests / chunk / DLQ";
    private static final String CONSUME_REPLIES = "jms.consume own reply queue";
    private static final String QUERY = "bcast.query author JMS, {F1} (QueryBroadcast by its own system)";
    private static final String CONSOLE = "mgmt.console 9990 read (Monitor) / DLQ move (Operator)";
    private static final String FIGURES = "mgmt.metrics /metrics /health on 9990";

    /** The rows that are tried here in every column. */
    static final Set<String> ROWS = Set.of(SEND_REQUEST, SEND_CHUNK, CONSUME, CONSUME_REPLIES, QUERY, CONSOLE, FIGURES);

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final String QUEUES = "jms.queue.";
    private static final String DEAD = """
            {"operation": "%s", "address": [{"subsystem": "messaging-activemq"}, {"server": "default"}, {"jms-queue": "GoniecDLQ"}]%s}
            """;

    /** A setting of the server that nothing reads. */
    private static final String PROPERTY = """
            {"operation": "%s", "address": [{"system-property": "goniec.test"}]%s}
            """;

    /** Somebody with the name and password that he has, or nobody. */
    private record Caller(String name, String column, String user, String password) {}

    /** The management port does not want this. */
    private static final class NotForHim extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What somebody tries. */
    @FunctionalInterface
    private interface Deed {
        void of(Caller caller) throws Exception;
    }

    @Resource(lookup = "java:jboss/exported/jms/RemoteConnectionFactory")
    ConnectionFactory remote;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory inside;

    private final AccessMatrix matrix = new AccessMatrix();
    private final Faults faults = new Faults();
    private final Set<String> cells = new TreeSet<>();
    private MatrixOffice office;
    private Caller program;
    private Caller operator;
    private Caller monitor;

    @BeforeEach
    void everybodyWithNameAndPassword() throws Exception {
        office = new MatrixOffice(world);
        office.peopleToBlock(world).forEach(person -> world.becomes(person, AccountState.BLOCKED));
        program = new Caller("JMS", "JMS", "kadry-" + UUID.randomUUID(), Programs.PASSWORD);
        Programs.add(program.user(), "back-office");
        operator = operator("Operator");
        monitor = operator("Monitor");
    }

    private static Caller operator(String group) throws Exception {
        var name = group.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        Operators.add(name, group);
        return new Caller(group, "OPERATOR", name, Operators.PASSWORD);
    }

    private List<Caller> everybody() {
        var people = office.everybody()
                .map(actor -> new Caller(
                        actor.name(),
                        actor.column(),
                        actor.person() == null ? null : world.email(actor.person()),
                        World.PASSWORD));
        return Stream.concat(people, Stream.of(program, operator)).toList();
    }

    // ---- trying

    /**
     * Lets everybody try something.
     *
     * @param change the table that shows that it was done, or nothing for what only reads
     */
    private void row(String row, String way, String change, Deed deed) throws Exception {
        for (var caller : everybody()) {
            attempt(row, way, change, caller, matrix.verdict(row, caller.column()), deed);
        }
    }

    private void attempt(String row, String way, String change, Caller caller, String expected, Deed deed)
            throws Exception {
        var before = new Footprint(world.sql());
        var verdict = verdict(caller, deed);
        awaitDeliveries();
        var changed = before.changed();
        var cell = row + " | " + way + " | " + caller.name() + " changed " + changed;
        faults.expect(cell, verdict, expected);
        if (verdict.equals("A") && !change.isEmpty()) {
            faults.expect(cell, changed.contains(change), true);
        } else {
            faults.expect(cell, changed, Set.of());
        }
        cells.add(row + " " + caller.column());
    }

    private static String verdict(Caller caller, Deed deed) throws Exception {
        try {
            deed.of(caller);
            return "A";
        } catch (JMSSecurityException
                | JMSSecurityRuntimeException
                | InvalidDestinationRuntimeException
                | Stomp.Refused
                | NotForHim e) {
            return "X";
        }
    }

    private void awaitDeliveries() {
        eventually(() -> number("SELECT COUNT(*) FROM broadcast_chunk WHERE state = 'PENDING'") == 0);
    }

    private void assertThatAllHold() {
        System.getLogger("matrix").log(System.Logger.Level.INFO, "{0} cells of the matrix tried", cells.size());
        faults.assertNone();
    }

    // ---- the broker

    private JMSContext connect(Caller caller) {
        return caller.user() == null ? remote.createContext() : remote.createContext(caller.user(), caller.password());
    }

    /** Asks over JMS and waits for the reply. */
    private String askOverJms(Caller caller, String type, String json) throws JMSException {
        try (var context = connect(caller)) {
            var own = context.createTemporaryQueue();
            var request = context.createTextMessage(json);
            request.setJMSType(type);
            request.setJMSReplyTo(own);
            context.createProducer().send(context.createQueue("GoniecRequests"), request);
            return context.createConsumer(own).receiveBody(String.class, WAIT.toMillis());
        }
    }

    /** Asks over STOMP and waits for the reply. */
    private static String askOverStomp(Caller caller, String type, String json) throws IOException {
        var correlation = UUID.randomUUID().toString();
        try (var stomp = new Stomp(caller.user(), caller.password())) {
            stomp.subscribe(QUEUES + "GoniecReplies", "JMSCorrelationID = '" + correlation + "'");
            stomp.send(
                    QUEUES + "GoniecRequests",
                    Map.of("type", type, "correlation-id", correlation, "reply-to", QUEUES + "GoniecReplies"),
                    json);
            return stomp.receive();
        }
    }

    private String message() {
        return "{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"text\":\"Lista płac\"}"
                .formatted(UUID.randomUUID(), nip(office.f1), world.email(office.ent1));
    }

    private String nip(Object company) {
        return world.sql()
                .texts("SELECT nip FROM company WHERE id = ?", company)
                .get(0);
    }

    private static String notice(String id, String companies) {
        return "{\"version\":1,\"requestId\":\"%s\",\"text\":\"Zmiany od stycznia\",\"companies\":%s}"
                .formatted(id, companies);
    }

    @Test
    void everybodySendsRequestsAsTheMatrixSays() throws Exception {
        row(
                SEND_REQUEST,
                "JMS",
                "message",
                caller ->
                        assertThat(askOverJms(caller, "SendMessage", message())).contains("\"done\""));
        row(
                SEND_REQUEST,
                "STOMP",
                "message",
                caller -> assertThat(askOverStomp(caller, "SendMessage", message()))
                        .contains("\"done\""));
        assertThatAllHold();
    }

    @Test
    void nobodySendsChunks() throws Exception {
        var chunk = "{\"broadcast\":1,\"chunk\":0}";
        row(SEND_CHUNK, "JMS", "", caller -> {
            try (var context = connect(caller)) {
                context.createProducer().send(context.createQueue("GoniecFanOut"), chunk);
            }
        });
        row(SEND_CHUNK, "STOMP", "", caller -> {
            try (var stomp = new Stomp(caller.user(), caller.password())) {
                stomp.send(QUEUES + "GoniecFanOut", Map.of(), chunk);
            }
        });
        assertThatAllHold();
    }

    @Test
    void nobodyConsumesWhatIsNotForHim() throws Exception {
        for (var queue : List.of("GoniecRequests", "GoniecFanOut", "GoniecDLQ", "GoniecExpired")) {
            row(CONSUME, "JMS " + queue, "", caller -> consumeOverJms(caller, queue));
            row(CONSUME, "STOMP " + queue, "", caller -> consumeOverStomp(caller, queue));
            row(CONSUME, "browsing " + queue, "", caller -> {
                try (var context = connect(caller)) {
                    context.createBrowser(context.createQueue(queue)).getEnumeration();
                }
            });
        }
        assertThatAllHold();
    }

    @Test
    void aProgramConsumesItsReplies() throws Exception {
        row(CONSUME_REPLIES, "JMS", "", caller -> consumeOverJms(caller, "GoniecReplies"));
        row(CONSUME_REPLIES, "STOMP", "", caller -> consumeOverStomp(caller, "GoniecReplies"));
        row(CONSUME_REPLIES, "temporary queue", "", caller -> {
            try (var context = connect(caller)) {
                context.createConsumer(context.createTemporaryQueue()).close();
            }
        });
        assertThatAllHold();
    }

    private void consumeOverJms(Caller caller, String queue) {
        try (var context = connect(caller)) {
            context.createConsumer(context.createQueue(queue), "goniec_nothing = 1")
                    .close();
        }
    }

    private static void consumeOverStomp(Caller caller, String queue) throws IOException {
        try (var stomp = new Stomp(caller.user(), caller.password())) {
            stomp.subscribe(QUEUES + queue, "goniec_nothing = 1");
        }
    }

    @Test
    void aProgramSendsNoticesToWhomeverItNames() throws Exception {
        var f1 = "[{\"nip\":\"%s\"}]".formatted(nip(office.f1));
        var both = "[{\"nip\":\"%s\"},{\"nip\":\"%s\"}]".formatted(nip(office.f1), nip(office.f2));
        for (var to : Map.of(
                        "bcast.create {F1}", f1,
                        "bcast.create {F1,F2} (mixed care)", both,
                        "bcast.create 'all' (the server expands it to the caller's own set)", "\"all\"")
                .entrySet()) {
            var expected = matrix.verdict(to.getKey(), program.column());
            attempt(
                    to.getKey(),
                    "JMS",
                    "broadcast",
                    program,
                    expected,
                    caller -> assertThat(askOverJms(
                                    caller,
                                    "SendBroadcast",
                                    notice(UUID.randomUUID().toString(), to.getValue())))
                            .contains("\"accepted\""));
        }
        assertThatAllHold();
    }

    @Test
    void aProgramQueriesItsOwnNotices() throws Exception {
        var id = UUID.randomUUID().toString();
        assertThat(askOverJms(program, "SendBroadcast", notice(id, "[{\"nip\":\"%s\"}]".formatted(nip(office.f1)))))
                .contains("\"accepted\"");
        row(
                QUERY,
                "JMS",
                "back_office_request",
                caller -> assertThat(askOverJms(caller, "QueryBroadcast", query(id)))
                        .contains("\"recipients\":1"));
        row(
                QUERY,
                "STOMP",
                "back_office_request",
                caller -> assertThat(askOverStomp(caller, "QueryBroadcast", query(id)))
                        .contains("\"recipients\":1"));
        var other = new Caller("another system", "JMS", "płace-" + UUID.randomUUID(), Programs.PASSWORD);
        Programs.add(other.user(), "back-office");
        assertThat(askOverJms(other, "QueryBroadcast", query(id))).contains("request.broadcastUnknown");
        assertThatAllHold();
    }

    private static String query(String notice) {
        return "{\"version\":1,\"requestId\":\"%s\",\"broadcastRequestId\":\"%s\"}"
                .formatted(UUID.randomUUID(), notice);
    }

    // ---- the server's management

    private static String manage(Caller caller, String operation) throws IOException, NotForHim {
        return wanted(new Management(caller.user(), caller.password()).ask(operation));
    }

    private static String read(Caller caller, String address) throws IOException, NotForHim {
        return wanted(new Management(caller.user(), caller.password()).get(address));
    }

    /** Refused is who is not let in, what is not his to do (0313), and what is not even there for him (0216). */
    private static String wanted(Management.Answer answer) throws IOException, NotForHim {
        if (answer.status() == 401
                || answer.body().contains("WFLYCTL0313")
                || answer.body().contains("WFLYCTL0216")) {
            throw new NotForHim();
        }
        if (answer.status() != 200) {
            throw new IOException(answer.toString());
        }
        return answer.body();
    }

    private static String deadLetters() {
        return DEAD.formatted("read-attribute", ", \"name\": \"message-count\"");
    }

    private static String moving(String mark) {
        return DEAD.formatted(
                "move-messages", ", \"filter\": \"mark = '" + mark + "'\", \"other-queue-name\": \"GoniecRequests\"");
    }

    /** Puts a request to the dead letters as Goniec does it, under a mark. */
    private String deadRequest() throws JMSException {
        var mark = UUID.randomUUID().toString();
        try (var context = inside.createContext()) {
            var letter = context.createTextMessage(message());
            letter.setJMSType("SendMessage");
            letter.setStringProperty("goniec_sender", program.user());
            letter.setStringProperty("mark", mark);
            context.createProducer().send(context.createQueue("GoniecDLQ"), letter);
        }
        return mark;
    }

    /** Takes the letter under a mark away, and tells whether it was there. */
    private boolean takeAway(String mark) {
        try (var context = inside.createContext();
                var consumer = context.createConsumer(context.createQueue("GoniecDLQ"), "mark = '" + mark + "'")) {
            return consumer.receiveNoWait() != null;
        }
    }

    /** Moves a dead letter back to the requests, where it is done. */
    private void moveBack(Caller caller) throws Exception {
        var mark = deadRequest();
        long before = messages();
        try {
            manage(caller, moving(mark));
        } catch (NotForHim e) {
            assertThat(takeAway(mark)).as("the letter lies where it was").isTrue();
            throw e;
        }
        assertThat(takeAway(mark)).as("the letter lies where it was").isFalse();
        eventually(() -> messages() == before + 1);
    }

    private long messages() {
        return number("SELECT COUNT(*) FROM message WHERE conversation_id = ?", office.c1);
    }

    @Test
    void operatorsAloneReadTheConsole() throws Exception {
        row(
                CONSOLE,
                "reading",
                "",
                caller -> assertThat(manage(caller, deadLetters())).contains("\"success\""));
        attempt(CONSOLE, "reading", "", monitor, "A", caller -> manage(caller, deadLetters()));
        assertThatAllHold();
    }

    @Test
    void anOperatorMovesADeadLetterBackAndItIsDone() throws Exception {
        row(CONSOLE, "moving", "message", this::moveBack);
        attempt(CONSOLE, "moving", "", monitor, "X", this::moveBack);
        assertThatAllHold();
    }

    @Test
    void anOperatorPausesAndResumesButChangesNoSetting() throws Exception {
        assertThat(manage(operator, DEAD.formatted("pause", ""))).contains("\"success\"");
        assertThat(manage(operator, DEAD.formatted("resume", ""))).contains("\"success\"");
        assertThat(verdict(monitor, caller -> manage(caller, DEAD.formatted("pause", ""))))
                .isEqualTo("X");
        for (var caller : List.of(operator, monitor)) {
            assertThat(verdict(caller, one -> manage(one, DEAD.formatted("remove", ""))))
                    .as(caller.name())
                    .isEqualTo("X");
        }
    }

    @Test
    void anAccountWithoutAGroupMayDoEverythingThere() throws Exception {
        var name = "bez-grupy-" + UUID.randomUUID();
        Operators.add(name);
        var administrator = new Caller("no group", "OPERATOR", name, Operators.PASSWORD);

        assertThat(verdict(operator, caller -> manage(caller, PROPERTY.formatted("add", ", \"value\": \"1\""))))
                .isEqualTo("X");
        assertThat(manage(administrator, PROPERTY.formatted("add", ", \"value\": \"1\"")))
                .contains("\"success\"");
        assertThat(manage(administrator, PROPERTY.formatted("remove", ""))).contains("\"success\"");
    }

    @Test
    void aCollectorOfFiguresLogsInByBasicAuthentication() throws Exception {
        assertThat(statusOfFigures(Operators.PASSWORD)).isEqualTo(200);
        assertThat(statusOfFigures("nie to hasło")).isEqualTo(401);
    }

    private int statusOfFigures(String password) throws IOException, InterruptedException {
        var who = (monitor.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + System.getenv("GONIEC_MANAGEMENT_PORT") + "/metrics"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(who))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void operatorsAloneReadFiguresAndHealth() throws Exception {
        for (var address : List.of("/metrics", "/health", "/health/ready", "/health/live")) {
            row(
                    FIGURES,
                    address,
                    "",
                    caller -> assertThat(read(caller, address)).isNotBlank());
        }
        assertThatAllHold();
    }
}

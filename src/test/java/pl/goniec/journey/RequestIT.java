package pl.goniec.journey;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.fixture.server.Management;
import pl.goniec.fixture.server.Operators;
import pl.goniec.fixture.server.Programs;
import pl.goniec.fixture.server.Stomp;
import pl.goniec.fixture.world.PublishedSchema;
import pl.goniec.fixture.world.World;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Programs of the office on the real broker: what they ask for is done once and answered. */
class RequestIT extends Journey {

    private static final int COMPANIES = 12;
    private static final int PAIRS = 10;

    /** The queue of requests with its address, as nobody needs to say it and everybody may. */
    private static final String QUALIFIED = "GoniecRequests::jms.queue.GoniecRequests";

    private static final String SUBSCRIPTION = "zdarzenia";
    private static final long WAIT = Duration.ofSeconds(30).toMillis();

    @Inject
    InboxService inbox;

    @Resource(lookup = "java:jboss/exported/jms/RemoteConnectionFactory")
    ConnectionFactory remote;

    @Resource(lookup = "java:jboss/exported/jms/queue/GoniecRequests")
    Queue requests;

    @Resource(lookup = "java:jboss/exported/jms/queue/GoniecReplies")
    Queue replies;

    @Resource(lookup = "java:jboss/exported/jms/topic/GoniecEvents")
    Topic events;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory inside;

    @Resource(lookup = "java:/jms/queue/GoniecDLQ")
    Queue letters;

    @Resource(lookup = "java:/jms/queue/GoniecExpired")
    Queue expired;

    private String name;
    private JMSContext program;
    private List<String> nips;
    private List<CompanyId> companies;
    private List<PersonId> owners;

    @BeforeEach
    void aProgramAndCompanies() throws Exception {
        name = "kadry-" + UUID.randomUUID();
        Programs.add(name, "back-office");
        program = remote.createContext(name, Programs.PASSWORD);
        nips = new ArrayList<>();
        companies = new ArrayList<>();
        owners = new ArrayList<>();
        for (int number = 1; number <= COMPANIES; number++) {
            nips.add(World.freshNip());
            companies.add(world.company("Firma programu " + number, nips.get(number - 1)));
            owners.add(world.entrepreneur(companies.get(number - 1), "Właścicielka " + number));
        }
    }

    @AfterEach
    void close() {
        program.close();
    }

    private Message request(String type, String json, Destination replyTo) throws JMSException {
        var message = program.createTextMessage(json);
        message.setJMSType(type);
        message.setJMSReplyTo(replyTo);
        return message;
    }

    private JsonObject ask(String type, String json) throws JMSException {
        var own = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(own)) {
            var message = request(type, json, own);
            program.createProducer().send(requests, message);
            var reply = consumer.receive(WAIT);
            assertThat(reply.getJMSCorrelationID()).isEqualTo(message.getJMSMessageID());
            assertThat(PublishedSchema.faults("Reply", reply.getBody(String.class)))
                    .isEmpty();
            var body = json(reply.getBody(String.class));
            assertThat(reply.getJMSType()).isEqualTo(body.getString("outcome"));
            return body;
        } finally {
            own.delete();
        }
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private String noticeToAll(String id) {
        var list = nips.stream().map(nip -> "{\"nip\":\"" + nip + "\"}").collect(joining(",", "[", "]"));
        return "{\"version\":1,\"requestId\":\"%s\",\"title\":\"Godziny\",\"text\":\"Zmiana godzin\",\"companies\":%s}"
                .formatted(id, list);
    }

    private static String ofNotice(String id, String notice) {
        return "{\"version\":1,\"requestId\":\"%s\",\"broadcastRequestId\":\"%s\"}".formatted(id, notice);
    }

    private long broadcasts() {
        return number("SELECT COUNT(*) FROM broadcast b JOIN person p ON p.id = b.author_id WHERE p.email = ?", name);
    }

    private List<MessageRow> thread(int owner) throws Exception {
        return thread(owners.get(owner), world.conversation(companies.get(owner), owners.get(owner)));
    }

    @Test
    void aNoticeReachesEveryNamedCompanyOnceAndTheProgramReadsHowFarItHasCome() throws Exception {
        var accepted = ask("SendBroadcast", noticeToAll("n1"));

        assertThat(accepted.toString()).contains("\"outcome\":\"accepted\"");
        assertThat(accepted.getJsonObject("counts").getInt("recipients")).isEqualTo(COMPANIES);
        eventually(() -> number(
                        "SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state = 'DONE'",
                        accepted.getJsonNumber("broadcast").longValue())
                == COMPANIES);
        for (int owner = 0; owner < COMPANIES; owner++) {
            assertThat(thread(owner)).singleElement().satisfies(message -> {
                assertThat(message.authorName()).isEqualTo("System " + name);
                assertThat(message.authorRole()).isEqualTo(Role.BACK_OFFICE);
                assertThat(message.title()).isEqualTo("Godziny");
            });
        }
        assertThat(as(owners.get(0), () -> inbox.clientUnread().total())).isOne();
        var counts = ask("QueryBroadcast", ofNotice("q1", "n1")).getJsonObject("counts");
        assertThat(counts.getInt("delivered")).isEqualTo(COMPANIES);
        assertThat(counts.getInt("pending")).isZero();
    }

    @Test
    void theSameRequestManyTimesAtOnceHasOneEffectAndOneReplyForEach() throws Exception {
        var answers = new HashSet<String>();
        var queue = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(queue)) {
            for (int i = 0; i < 10; i++) {
                program.createProducer().send(requests, request("SendBroadcast", noticeToAll("n2"), queue));
            }
            for (int i = 0; i < 10; i++) {
                answers.add(consumer.receive(WAIT).getBody(String.class));
            }
            assertThat(consumer.receiveNoWait()).isNull();
        }

        assertThat(answers).hasSize(1);
        assertThat(broadcasts()).isOne();
    }

    @Test
    void whatTwoRequestsAddAtTheSameMomentIsAddedByOneAndFoundByTheOther() throws Exception {
        var queue = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(queue)) {
            operate("GoniecRequests", "pause");
            try {
                for (int pair = 1; pair <= PAIRS; pair++) {
                    var nip = World.freshNip();
                    var email = "para-" + UUID.randomUUID() + "@kadry.example";
                    for (var half : List.of("a", "b")) {
                        send("UpsertCompany", company("c" + pair + half, nip), queue);
                    }
                    for (var half : List.of("a", "b")) {
                        send("UpsertPerson", employee("p" + pair + half, email), queue);
                    }
                }
            } finally {
                operate("GoniecRequests", "resume");
            }
            var added = new TreeMap<String, Integer>();
            for (int number = 1; number <= 4 * PAIRS; number++) {
                var reply = json(consumer.receive(WAIT).getBody(String.class));
                assertThat(reply.getString("outcome")).as("%s", reply).isEqualTo("done");
                var pair = reply.getString("requestId").replaceAll("[ab]$", "");
                added.merge(pair, reply.getJsonObject("counts").getInt("added"), Integer::sum);
            }
            assertThat(added).hasSize(2 * PAIRS);
            assertThat(added.values()).as("who were added, of each pair").containsOnly(1);
        }
    }

    private void send(String type, String json, Destination replyTo) throws JMSException {
        program.createProducer().send(requests, request(type, json, replyTo));
    }

    private static String company(String id, String nip) {
        return "{\"version\":1,\"requestId\":\"%s\",\"nip\":\"%s\",\"name\":\"Firma %s\"}".formatted(id, nip, id);
    }

    private String employee(String id, String email) {
        return "{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"name\":\"Nowa Osoba\",\"role\":\"EMPLOYEE\"}"
                .formatted(id, nips.get(0), email);
    }

    @Test
    void aReplyWaitsInTheCommonQueueForWhoSelectsIt() throws Exception {
        var correlation = UUID.randomUUID().toString();
        var message = request(
                "SendMessage",
                "{\"version\":1,\"requestId\":\"m1\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"text\":\"Lista płac\"}"
                        .formatted(nips.get(0), world.email(owners.get(0))),
                replies);
        message.setJMSCorrelationID(correlation);
        program.createProducer().send(requests, message);

        try (var consumer = program.createConsumer(replies, "JMSCorrelationID = '" + correlation + "'")) {
            var reply = consumer.receive(WAIT);
            assertThat(reply.getBody(String.class)).contains("\"outcome\":\"done\"");
            assertThat(reply.getJMSExpiration() - reply.getJMSTimestamp())
                    .as("how long it waits")
                    .isCloseTo(Duration.ofDays(14).toMillis(), within(1000L));
        }
        assertThat(thread(0)).extracting(MessageRow::text).containsExactly("Lista płac");
    }

    @Test
    void aReplyThatNobodyHasFetchedInTimeIsFoundAmongTheExpired() throws Exception {
        var correlation = UUID.randomUUID().toString();
        try (var context = inside.createContext()) {
            context.createProducer()
                    .setTimeToLive(1)
                    .setJMSCorrelationID(correlation)
                    .send(replies, "{}");
        }

        eventually(() -> lies(expired, correlation));
        try (var consumer = program.createConsumer(replies, "JMSCorrelationID = '" + correlation + "'")) {
            assertThat(consumer.receiveNoWait()).isNull();
        }
    }

    @Test
    void whatIsNoRequestIsAnsweredAndTheNextOneIsDone() throws Exception {
        assertThat(ask("SendBroadcast", "{").getString("code")).isEqualTo("request.json");
        assertThat(ask("Wypłata", noticeToAll("n3")).getString("code")).isEqualTo("request.kind");
        assertThat(ask("SendBroadcast", "{\"x\":\"" + "x".repeat(256 * 1024) + "\"}")
                        .getString("code"))
                .isEqualTo("request.body");
        assertThat(ask("SendBroadcast", noticeToAll("n3")).getString("outcome")).isEqualTo("accepted");
    }

    @Test
    void whatIsNoRequestWaitsForWhatIsOne() throws Exception {
        operate("GoniecRequests", "pause");
        try (var stomp = new Stomp(name, Programs.PASSWORD)) {
            sendAs("zła 1", "{");
            sendAs("dobra 1", toOwner("w1", ""));
            sendAs("zła 2", toOwner("w2", "x".repeat(256 * 1024)));
            stomp.send("jms.queue.GoniecRequests", Map.of("type", "SendMessage", "correlation-id", "zła 3"), "[]");
            stomp.send(
                    "jms.queue.GoniecRequests",
                    Map.of("type", "SendMessage", "correlation-id", "dobra 2"),
                    toOwner("w3", ""));
            sendAs("zła 4", "[".repeat(150_000));
            sendAs("dobra 3", toOwner("w4", "x".repeat(200_000)));
            sendAs("zła 5", bytes("{".repeat(120_000)), requests);
            sendAs("dobra 4", bytes(toOwner("w5", "x".repeat(120_000))), requests);
            sendAs("zła 6", program.createTextMessage("{"), program.createQueue(QUALIFIED));

            assertThat(inLine())
                    .startsWith("dobra 1", "dobra 2", "dobra 3", "dobra 4")
                    .endsWith("zła 1", "zła 2", "zła 3", "zła 4", "zła 5", "zła 6")
                    .hasSize(10);
        } finally {
            operate("GoniecRequests", "resume");
        }

        var conversation = world.conversation(companies.get(0), owners.get(0));
        eventually(() -> number("SELECT COUNT(*) FROM message WHERE conversation_id = ?", conversation) == 4);
    }

    private void sendAs(String correlation, String json) throws JMSException {
        sendAs(correlation, program.createTextMessage(json), requests);
    }

    private void sendAs(String correlation, Message message, Queue to) throws JMSException {
        message.setJMSType("SendMessage");
        message.setJMSCorrelationID(correlation);
        program.createProducer().send(to, message);
    }

    private Message bytes(String json) throws JMSException {
        var message = program.createBytesMessage();
        message.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    /** A message to the first owner; of what its request holds besides, under a name of no schema, nobody reads anything. */
    private String toOwner(String id, String besides) {
        return "{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"text\":\"Dobra\",\"besides\":\"%s\"}"
                .formatted(id, nips.get(0), world.email(owners.get(0)), besides);
    }

    /** The correlation ids of the requests that wait, the first to be taken first. */
    private List<String> inLine() throws JMSException {
        try (var context = inside.createContext();
                var browser = context.createBrowser(requests)) {
            var line = new ArrayList<String>();
            for (var messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                line.add(((Message) messages.nextElement()).getJMSCorrelationID());
            }
            return line;
        }
    }

    @Test
    void nobodyWritesInTheNameOfAnother() throws Exception {
        var other = "kadry-" + UUID.randomUUID();
        var queue = program.createTemporaryQueue();
        try (var consumer = program.createConsumer(queue)) {
            var message = request("SendBroadcast", noticeToAll("n4"), queue);
            message.setStringProperty("goniec_sender", other);
            program.createProducer().send(requests, message);
            assertThat(consumer.receive(WAIT)).isNotNull();
        }

        assertThat(broadcasts()).isOne();
        assertThat(number("SELECT COUNT(*) FROM person WHERE email = ?", other)).isZero();
        assertThat(number("SELECT COUNT(*) FROM audit_event WHERE actor = ? AND action = 'BROADCAST_SUBMITTED'", name))
                .isOne();
    }

    @Test
    void aReplyGoesToNobodyElsesQueue() throws Exception {
        var mark = UUID.randomUUID().toString();
        var message = request("SendBroadcast", noticeToAll("n5"), requests);
        message.setJMSCorrelationID(mark);
        program.createProducer().send(requests, message);

        eventually(() -> !deadLetters(mark).isEmpty());
        assertThat(deadLetters(mark)).containsExactly("request.replyTo of " + name);
        assertThat(broadcasts()).isZero();
    }

    /** Returns the reasons and senders of the dead letters with this correlation id. */
    private List<String> deadLetters(String correlation) {
        try {
            var reasons = new ArrayList<String>();
            try (var context = inside.createContext();
                    var browser = context.createBrowser(letters, "JMSCorrelationID = '" + correlation + "'")) {
                for (var all = browser.getEnumeration(); all.hasMoreElements(); ) {
                    var letter = (Message) all.nextElement();
                    reasons.add(letter.getStringProperty("goniec_reason") + " of "
                            + letter.getStringProperty("goniec_sender"));
                }
            }
            return reasons;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells whether a message with this correlation id lies in a queue. */
    private boolean lies(Queue queue, String correlation) {
        try (var context = inside.createContext();
                var browser = context.createBrowser(queue, "JMSCorrelationID = '" + correlation + "'")) {
            return browser.getEnumeration().hasMoreElements();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatLiesInTheQueueWhenItIsWithdrawnReachesNobody() throws Exception {
        JsonObject notice;
        try (var listening = remote.createContext(name, Programs.PASSWORD);
                var subscriber = listening.createConsumer(events)) {
            fanOut("pause");
            try {
                notice = ask("SendBroadcast", noticeToAll("w1"));
                eventually(() -> messagesInFanOut() > 0);
                var withdrawn = ask("WithdrawBroadcast", ofNotice("w2", "w1"));
                assertThat(withdrawn.getString("outcome")).isEqualTo("done");
                assertThat(withdrawn.getJsonObject("counts"))
                        .isEqualTo(json("{\"cancelled\":" + COMPANIES + ",\"delivered\":0}"));
                assertThat(ask("WithdrawBroadcast", ofNotice("w2", "w1"))).isEqualTo(withdrawn);
            } finally {
                fanOut("resume");
            }
            eventually(() -> messagesInFanOut() == 0);
            assertThat(event(subscriber, "BroadcastFinished", "\"broadcast\":" + notice.getInt("broadcast"))
                            .getBody(String.class))
                    .contains("\"cancelled\":" + COMPANIES);
        }

        assertThat(thread(0)).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", notice.getInt("broadcast")))
                .isZero();
        assertThat(ask("QueryBroadcast", ofNotice("w3", "w1"))
                        .getJsonObject("counts")
                        .getInt("cancelled"))
                .isEqualTo(COMPANIES);
        assertThat(number(
                        "SELECT COUNT(*) FROM audit_event WHERE actor = ? AND action = 'BROADCAST_WITHDRAWN' AND object = ?",
                        name,
                        "broadcast " + notice.getInt("broadcast") + " from " + COMPANIES + " recipients"))
                .isOne();
        theLedgerShowsIt(notice.getInt("broadcast"));
    }

    private void theLedgerShowsIt(int broadcast) throws IOException {
        var head = Session.as(world.email(world.head("Barbara Szefowa")));
        var address = "/office/broadcast.xhtml?id=" + broadcast;

        assertThat(head.open(address).text())
                .contains("Wysyłkę wycofano", "Anulowane</span><strong>" + COMPANIES + "</strong>")
                .contains("Wysłane</span><strong>0</strong>", "Nieudane 0, W kolejce 0, Anulowane " + COMPANIES)
                .contains("Wycofano przed doręczeniem")
                .doesNotContain("Ponów nieudane", "Wysyłka zakończona", "Wysyłka trwa");
        assertThat(head.open(address + "&state=CANCELLED").text())
                .contains("Właścicielka 1", "Wycofano przed doręczeniem");
        assertThat(head.open(address + "&state=SENT").text())
                .contains("Żaden odbiorca nie pasuje")
                .doesNotContain("Wycofano przed doręczeniem");
        assertThat(head.open("/office/broadcasts.xhtml").text()).contains("Anulowane " + COMPANIES);
    }

    private static ObjectName fanOut() throws JMException {
        return new ObjectName("jboss.as:subsystem=messaging-activemq,server=default,jms-queue=GoniecFanOut");
    }

    private static void fanOut(String operation) throws IOException, GeneralSecurityException {
        operate("GoniecFanOut", operation);
    }

    /** Does something with a queue as an operator. */
    private static void operate(String queue, String operation) throws IOException, GeneralSecurityException {
        var operator = "operator-" + UUID.randomUUID();
        Operators.add(operator, "Operator");
        assertThat(new Management(operator, Operators.PASSWORD)
                        .ask("""
                        {"operation": "%s",
                         "address": [{"subsystem": "messaging-activemq"}, {"server": "default"}, {"jms-queue": "%s"}]}
                        """.formatted(operation, queue))
                        .body())
                .contains("\"success\"");
    }

    private static long messagesInFanOut() {
        try {
            return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(fanOut(), "messageCount");
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNoticeThatIsWithdrawnOnItsWayIsDeliveredWholeOrNotAtAll() throws Exception {
        for (int round = 0; round < 5; round++) {
            var notice = ask("SendBroadcast", noticeToAll("r" + round)).getInt("broadcast");
            var counts =
                    ask("WithdrawBroadcast", ofNotice("v" + round, "r" + round)).getJsonObject("counts");

            assertThat(counts.getInt("delivered")).isIn(0, COMPANIES);
            assertThat(counts.getInt("cancelled")).isEqualTo(COMPANIES - counts.getInt("delivered"));
            eventually(() -> messagesInFanOut() == 0);
            assertThat(number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", notice))
                    .isEqualTo(counts.getInt("delivered"));
        }
    }

    @Test
    void aProgramIsToldThatItsNoticeIsFinishedAndWhoHasReadIt() throws Exception {
        try (var listening = remote.createContext(name, Programs.PASSWORD);
                var subscriber = listening.createConsumer(events)) {
            var notice = ask("SendBroadcast", noticeToAll("e1"));
            long number = notice.getJsonNumber("broadcast").longValue();
            assertThat(event(subscriber, "BroadcastAccepted", "\"broadcast\":" + number))
                    .isNotNull();
            assertThat(event(subscriber, "BroadcastFinished", "\"broadcast\":" + number))
                    .isNotNull();

            var conversation = world.conversation(companies.get(0), owners.get(0));
            as(owners.get(0), () -> {
                conversations.markRead(conversation, 1);
                return null;
            });
            var confirmed = event(subscriber, "ReceiptConfirmed", "\"broadcast\":" + number);
            assertThat(confirmed.getStringProperty("JMSXGroupID"))
                    .isEqualTo(companies.get(0).toString());
            assertThat(confirmed.getStringProperty("ce_id")).isEqualTo(companies.get(0) + "-2");
            assertThat(confirmed.getLongProperty("goniec_number")).isEqualTo(2);
            assertThat(confirmed.getBody(String.class)).contains(nips.get(0), world.email(owners.get(0)));
        }
    }

    @Test
    void aProgramThatWasAwayIsToldWhatItHasMissed() throws Exception {
        try (var listening = subscribing()) {
            listening.createDurableConsumer(events, SUBSCRIPTION).close();
        }
        var notice = ask("SendBroadcast", noticeToAll("e2")).getJsonNumber("broadcast");
        eventually(() -> number(
                        "SELECT COUNT(*) FROM company_event WHERE broadcast_id = ? AND relayed_at IS NOT NULL",
                        notice.longValue())
                == 2);

        try (var listening = subscribing()) {
            try (var subscriber = listening.createDurableConsumer(events, SUBSCRIPTION)) {
                assertThat(event(subscriber, "BroadcastAccepted", "\"broadcast\":" + notice))
                        .isNotNull();
                assertThat(event(subscriber, "BroadcastFinished", "\"broadcast\":" + notice))
                        .isNotNull();
            }
            listening.unsubscribe(SUBSCRIPTION);
        }
    }

    private JMSContext subscribing() {
        var listening = remote.createContext(name, Programs.PASSWORD);
        listening.setClientID(name);
        return listening;
    }

    /** Returns the next event of a type in which this is said; those of other tests pass by. */
    private static Message event(JMSConsumer subscriber, String type, String said) throws JMSException {
        for (var next = subscriber.receive(WAIT); next != null; next = subscriber.receive(WAIT)) {
            assertThat(PublishedSchema.faults("Event", next.getBody(String.class)))
                    .isEmpty();
            if (type.equals(next.getJMSType()) && next.getBody(String.class).contains(said)) {
                return next;
            }
        }
        return null;
    }

    @Test
    void aProgramInAnyLanguageAsksOverStomp() throws Exception {
        var correlation = UUID.randomUUID().toString();
        try (var stomp = new Stomp(name, Programs.PASSWORD)) {
            stomp.subscribe("jms.queue.GoniecReplies", "JMSCorrelationID = '" + correlation + "'");
            stomp.send(
                    "jms.queue.GoniecRequests",
                    Map.of(
                            "type",
                            "SendBroadcast",
                            "correlation-id",
                            correlation,
                            "reply-to",
                            "jms.queue.GoniecReplies"),
                    noticeToAll("s1"));

            assertThat(stomp.receive()).contains("\"outcome\":\"accepted\"");
        }
        assertThat(broadcasts()).isOne();
    }

    @Test
    void theContractIsServedToEverybodyAndNothingBesideIt() throws Exception {
        var stranger = new Session();

        assertThat(stranger.get("/contract/asyncapi.yaml").text()).startsWith("asyncapi: 3.0.0");
        assertThat(stranger.get("/contract/v1/SendBroadcast.schema.json").text())
                .contains("\"title\": \"SendBroadcast\"");
        for (var other : List.of(
                "/contract/",
                "/contract/v1/Nothing.schema.json",
                "/contract/..%2fMETA-INF/persistence.xml",
                "/contract/v1/..%2f..%2fMETA-INF/persistence.xml")) {
            assertThat(stranger.get(other).status()).as(other).isIn(400, 404);
        }
    }
}

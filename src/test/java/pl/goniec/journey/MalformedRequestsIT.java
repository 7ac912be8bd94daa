package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.Programs;
import pl.goniec.fixture.world.World;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * R6. A program sends requests of which many are none, all at the same moment: each of those is refused with its reason, the good ones
 * are done, and none waits for long because of its neighbours. How long they wait without such neighbours is measured just before, with
 * as many good ones alone, at the same moment too.
 */
class MalformedRequestsIT extends Journey {

    private static final int GOOD = Effort.of(10, 100);
    private static final int OF_EACH_KIND = Effort.of(5, 50);
    private static final int NESTED = 100_000;
    private static final int TOO_LONG = 257 * 1024;
    private static final long WAIT = Duration.ofSeconds(60).toMillis();
    private static final String TYPE = "SendMessage";
    private static final String AMONG = "wśród złych";

    /** Makes a message that is none of the contract out of one that is. */
    @FunctionalInterface
    private interface Spoiling {
        Message of(JMSContext context, String json) throws JMSException;
    }

    /** One kind of what is no request, and with which code it is refused. */
    private record Kind(String code, String name, Spoiling spoiling) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("request.kind", "of no kind", (context, json) -> context.createTextMessage(json)),
            new Kind("request.kind", "of an unknown kind", (context, json) -> {
                var message = context.createTextMessage(json);
                message.setJMSType("Wypłata");
                return message;
            }),
            new Kind("request.body", "a text that is none", (context, json) -> typed(context.createTextMessage())),
            new Kind("request.body", "a message without a body", (context, json) -> typed(context.createMessage())),
            new Kind("request.body", "a map", (context, json) -> {
                var message = context.createMapMessage();
                message.setString("text", json);
                return typed(message);
            }),
            new Kind("request.body", "a stream", (context, json) -> {
                var message = context.createStreamMessage();
                message.writeString(json);
                return typed(message);
            }),
            new Kind("request.body", "an object", (context, json) -> typed(context.createObjectMessage(json))),
            new Kind("request.body", "bytes that are no UTF-8", (context, json) -> {
                var message = context.createBytesMessage();
                message.writeBytes(new byte[] {'{', (byte) 0xc3, '(', '}'});
                return typed(message);
            }),
            new Kind("request.body", "too long", text(json -> json.replace("Dobra", "x".repeat(TOO_LONG)))),
            new Kind("request.json", "an empty text", text(json -> "")),
            new Kind("request.json", "cut off", text(json -> json.substring(0, json.length() - 1))),
            new Kind("request.json", "a list", text(json -> "[" + json + "]")),
            new Kind("request.json", "nested deeply", text(json -> "{\"version\":" + "[".repeat(NESTED))),
            new Kind("request.version", "without a version", text(json -> json.replace("\"version\":1,", ""))),
            new Kind(
                    "request.version",
                    "of another version",
                    text(json -> json.replace("\"version\":1,", "\"version\":2,"))),
            new Kind(
                    "request.json",
                    "with a number that has no end",
                    text(json -> json.replace("\"version\":1,", "\"version\":1e999999999,"))),
            new Kind("request.field.required", "without a number", text(json -> json.replace("requestId", "id"))),
            new Kind(
                    "request.field.maxLength",
                    "with too long a number",
                    text(json -> json.replace("\"requestId\":\"", "\"requestId\":\"" + "9".repeat(100)))),
            new Kind(
                    "request.field.type",
                    "with a number for a text",
                    text(json -> json.replaceAll("\"Dobra.*?\"", "7"))),
            new Kind(
                    "request.field.pattern",
                    "with letters for a tax number",
                    text(json -> json.replaceAll("\"nip\":\"[0-9]+\"", "\"nip\":\"Firma\""))));

    @Resource(lookup = "java:jboss/exported/jms/RemoteConnectionFactory")
    ConnectionFactory remote;

    @Resource(lookup = "java:jboss/exported/jms/queue/GoniecRequests")
    Queue requests;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory inside;

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    private String name;
    private CompanyId company;
    private PersonId owner;
    private String nip;

    @BeforeEach
    void aProgramAndAClient() throws Exception {
        name = "kadry-" + UUID.randomUUID();
        Programs.add(name, "back-office");
        nip = World.freshNip();
        company = world.company("Firma programu", nip);
        owner = world.entrepreneur(company, "Właścicielka");
    }

    /**
     * What came of a burst: the reply to each message, how long the slowest good one waited for it, and how many others were answered
     * before.
     */
    private record Outcome(Map<String, JsonObject> replies, Duration slowest, int refusedBefore) {}

    private static Message typed(Message message) throws JMSException {
        message.setJMSType(TYPE);
        return message;
    }

    private static Spoiling text(UnaryOperator<String> spoiling) {
        return (context, json) -> typed(context.createTextMessage(spoiling.apply(json)));
    }

    private String good(String id) {
        return "{\"version\":1,\"requestId\":\"%s\",\"company\":{\"nip\":\"%s\"},\"person\":\"%s\",\"text\":\"Dobra %s\"}"
                .formatted(id, nip, world.email(owner), id);
    }

    /** Sends messages all at once and waits for a reply to each; a name that stands for no kind is a good one's. */
    private Outcome burst(List<String> ids) throws JMSException {
        try (var listening = remote.createContext(name, Programs.PASSWORD)) {
            var own = listening.createTemporaryQueue();
            var consumer = listening.createConsumer(own);
            long sent = send(ids, own);
            var replies = new HashMap<String, JsonObject>();
            var slowest = Duration.ZERO;
            int good = 0;
            int refusedBefore = 0;
            while (replies.size() < ids.size()) {
                var reply = consumer.receive(WAIT);
                assertThat(reply)
                        .as("a reply after %s of %s", replies.size(), ids.size())
                        .isNotNull();
                var id = reply.getJMSCorrelationID();
                if (!kinds.containsKey(id)) {
                    slowest = Duration.ofNanos(System.nanoTime() - sent);
                    refusedBefore = replies.size() - good;
                    good++;
                }
                assertThat(replies.put(id, json(reply.getBody(String.class))))
                        .as("another reply to %s", id)
                        .isNull();
            }
            assertThat(consumer.receiveNoWait()).isNull();
            return new Outcome(replies, slowest, refusedBefore);
        }
    }

    /** Sends in one transaction, at whose end all are there, and returns when that began. */
    private long send(List<String> ids, Queue replyTo) throws JMSException {
        try (var context = remote.createContext(name, Programs.PASSWORD, JMSContext.SESSION_TRANSACTED)) {
            var producer = context.createProducer();
            for (var id : ids) {
                var kind = kinds.get(id);
                var message = kind == null
                        ? typed(context.createTextMessage(good(id)))
                        : kind.spoiling().of(context, good(id));
                message.setJMSCorrelationID(id);
                message.setJMSReplyTo(replyTo);
                producer.send(requests, message);
            }
            long sent = System.nanoTime();
            context.commit();
            return sent;
        }
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static List<String> goodOnes(String mark) {
        return IntStream.rangeClosed(1, GOOD)
                .mapToObj(number -> mark + " " + number)
                .toList();
    }

    private List<String> malformed() {
        var ids = new ArrayList<String>();
        for (int number = 1; number <= OF_EACH_KIND; number++) {
            for (var kind : KINDS) {
                var id = kind.name() + " " + number;
                kinds.put(id, kind);
                ids.add(id);
            }
        }
        return ids;
    }

    private long delivered(String mark) {
        return number(
                "SELECT COUNT(DISTINCT t.content) FROM message m JOIN body t ON t.id = m.body_id"
                        + " WHERE m.conversation_id = ? AND t.content LIKE ?",
                world.conversation(company, owner),
                "Dobra " + mark + " %");
    }

    /** Tells whether any of this program's messages has been put aside. */
    private boolean putAside() throws JMSException {
        try (var context = inside.createContext();
                var browser =
                        context.createBrowser(context.createQueue("GoniecDLQ"), "goniec_sender = '" + name + "'")) {
            return browser.getEnumeration().hasMoreElements();
        }
    }

    @Test
    void whatIsNoRequestIsRefusedWithItsReasonAndHoldsUpNobody() throws Exception {
        burst(goodOnes("pierwsza"));
        var clean = burst(goodOnes("czysta"));
        var ids = malformed();
        ids.addAll(goodOnes(AMONG));
        Collections.shuffle(ids, Effort.chance("malformed requests"));

        var mixed = burst(ids);

        var faults = new Faults();
        mixed.replies().forEach((id, reply) -> {
            var kind = kinds.get(id);
            faults.expect(id, reply.getString("outcome"), kind == null ? "done" : "rejected");
            faults.expect(id, reply.getString("code", ""), kind == null ? "" : kind.code());
        });
        faults.assertNone();
        assertThat(delivered(AMONG)).isEqualTo(GOOD);
        assertThat(number("SELECT COUNT(*) FROM message WHERE conversation_id = ?", world.conversation(company, owner)))
                .isEqualTo(3L * GOOD);
        assertThat(putAside()).isFalse();
        Effort.say(
                "malformed requests: {0} of {1} kinds refused, {2} good ones done, the slowest after {3} ms and {4} refusals, alone after {5} ms",
                kinds.size(),
                KINDS.size(),
                GOOD,
                mixed.slowest().toMillis(),
                mixed.refusedBefore(),
                clean.slowest().toMillis());
        assertThat(mixed.refusedBefore()).as("refused while good ones waited").isLessThan(kinds.size() / 2);
        if (Effort.full()) {
            assertThat(mixed.slowest()).isLessThanOrEqualTo(clean.slowest().multipliedBy(2));
        }
    }
}

package pl.goniec.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import pl.goniec.fixture.server.Stomp;

/** A program of the office that asks and reads the replies to what it has asked, over STOMP. */
final class Program implements AutoCloseable {

    static final String NAME = "kadry";
    static final String PASSWORD = "Sekret-2026";

    /** Longer than a transaction of a killed server may take to be finished after its start. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String REQUESTS = "jms.queue.GoniecRequests";
    private static final String REPLIES = "jms.queue.GoniecReplies";

    private static final Pattern PENDING = Pattern.compile("\"pending\":([0-9]+)");

    private final Stomp stomp;
    private final String mark;
    private int queries;

    /** Connects, for requests whose correlation ids begin with the mark. */
    Program(Installation goniec, String mark) throws IOException {
        this.mark = mark;
        stomp = Stomp.at(goniec.server().integratorsPort(), NAME, PASSWORD);
        stomp.waitFor(PATIENCE);
        stomp.subscribeToTake(REPLIES, "JMSCorrelationID LIKE '" + mark + "-%'");
    }

    /** Sends a request; the broker has it when this returns. */
    void send(Asked request) throws IOException {
        stomp.send(
                REQUESTS,
                Map.of("type", request.kind(), "correlation-id", request.correlation(), "reply-to", REPLIES),
                request.json());
        request.taken();
    }

    /** Reads replies until each of these requests has one. */
    void readRepliesTo(List<Asked> requests) throws IOException {
        var waiting = requests.stream().collect(Collectors.toMap(Asked::correlation, Function.identity()));
        while (!requests.stream().allMatch(Asked::isAnswered)) {
            var reply = stomp.next();
            var request = waiting.get(reply.headers().get("correlation-id"));
            if (request != null) {
                request.answered(reply.body());
            }
            stomp.take(reply);
        }
    }

    /** Asks one after the other, each when the one before is answered. */
    void ask(List<Asked> requests) throws IOException {
        for (var request : requests) {
            send(request);
            readRepliesTo(List.of(request));
        }
    }

    /** Waits until the last part of each POWIADOMIENIE among these requests is delivered, as its sender is told. */
    void awaitDelivered(Stream<Asked> requests) {
        requests.filter(request -> request.kind().equals("SendBroadcast"))
                .forEach(notice -> Awaitility.await("a notice to be delivered")
                        .atMost(PATIENCE)
                        .until(() -> pending(notice) == 0));
    }

    private long pending(Asked notice) throws IOException {
        queries++;
        var id = mark + "-q" + queries;
        var query = new Asked(
                id,
                "QueryBroadcast",
                "{\"version\":1,\"requestId\":\"%s\",\"broadcastRequestId\":\"%s\"}".formatted(id, notice.id()));
        ask(List.of(query));
        var reply = query.replies().iterator().next();
        var pending = PENDING.matcher(reply);
        if (!pending.find()) {
            throw new IOException(reply);
        }
        return Long.parseLong(pending.group(1));
    }

    @Override
    public void close() throws IOException {
        stomp.close();
    }
}

package pl.goniec.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.goniec.fixture.server.Stomp;

/** A program that has a durable subscription to the events, and hears them again from where it was when the server comes back. */
final class Listener {

    private static final String EVENTS = "jms.topic.GoniecEvents";
    private static final String NAME = "zdarzenia";

    private final Installation goniec;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private final List<String> firsts = Collections.synchronizedList(new ArrayList<>());
    private Thread listening;

    Listener(Installation goniec) {
        this.goniec = goniec;
    }

    /** Listens until the server dies; it hears everything from when this returns the first time. */
    void listen() throws IOException {
        var stomp = Stomp.at(goniec.server().integratorsPort(), Program.NAME, Program.PASSWORD, NAME);
        stomp.waitFor(Duration.ZERO);
        stomp.subscribeForGood(EVENTS, NAME);
        listening = new Thread(() -> hear(stomp), NAME);
        listening.start();
    }

    private void hear(Stomp connected) {
        try (var stomp = connected) {
            while (true) {
                var event = stomp.next();
                var id = event.headers().get("ce_id");
                if (times.merge(id, 1, Integer::sum) == 1) {
                    firsts.add(id);
                }
                stomp.take(event);
            }
        } catch (IOException e) {
            // The server is gone; what was not taken comes again.
        }
    }

    /** Waits until it has noticed that the server is gone. */
    void awaitEnd() throws InterruptedException {
        listening.join();
    }

    /** Tells whether each of these events has been heard this often. */
    boolean heard(List<String> ids, int often) {
        return ids.stream().allMatch(id -> times(id) >= often);
    }

    int times(String id) {
        return times.getOrDefault(id, 0);
    }

    /** Returns how many events have been heard. */
    int number() {
        return times.size();
    }

    /** Returns how many of them have been heard more than once. */
    long again() {
        return times.values().stream().filter(often -> often > 1).count();
    }

    /** Returns the events that came before one with a lower number of their stream, or after a gap, when they were first heard. */
    List<String> outOfOrder() {
        var last = new HashMap<String, Long>();
        var wrong = new ArrayList<String>();
        for (var id : List.copyOf(firsts)) {
            int dash = id.lastIndexOf('-');
            var stream = id.substring(0, dash);
            long number = Long.parseLong(id.substring(dash + 1));
            if (number != last.getOrDefault(stream, 0L) + 1) {
                wrong.add(id);
            }
            last.put(stream, number);
        }
        return wrong;
    }
}

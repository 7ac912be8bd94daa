package pl.goniec.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import pl.goniec.platform.config.Settings;

/**
 * How often each machine has asked for a link to another password. It is counted in the server's memory and begins anew with it, as
 * the realm's lock of a name does.
 */
@ApplicationScoped
public class AskingMachines {

    /** Within how long a machine may ask as often as it may. */
    public static final Duration WHILE = Duration.ofMinutes(15);

    @Inject
    Settings settings;

    private final Map<String, Queue<Instant>> asked = new HashMap<>();

    /** Tells whether a machine may ask now, and counts it if so; the server itself, whose address is null, always may. */
    public synchronized boolean mayAsk(String machine, Instant now) {
        if (machine == null) {
            return true;
        }
        var since = now.minus(WHILE);
        asked.values().forEach(times -> times.removeIf(time -> !time.isAfter(since)));
        asked.values().removeIf(Queue::isEmpty);
        var times = asked.computeIfAbsent(machine, unknown -> new ArrayDeque<>());
        return times.size() < settings.linksPerMachine() && times.add(now);
    }
}

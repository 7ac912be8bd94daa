package pl.goniec.upkeep.messaging;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import pl.goniec.backoffice.api.RequestAnswered;
import pl.goniec.broadcast.api.ChunkDelivered;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.platform.faces.IncidentHappened;
import pl.goniec.platform.push.OpenSockets;
import pl.goniec.upkeep.api.Figures;
import pl.goniec.upkeep.api.FiguresTaken;

/**
 * Goniec's own figures beside the server's, at {@code /metrics} of the management address. What has happened is counted since the
 * start, on this node; what waits is the last look at the database, and no number while that does not answer. A figure's name has its
 * unit in it. The server takes figures that are asked of its registry by name; those of Micrometer's builders it does not see.
 */
@ApplicationScoped
public class Meters {

    private static final System.Logger LOG = System.getLogger(Meters.class.getName());

    /** A look that is older says nothing of now: whoever looks has his own log-in read from the database. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    private MeterRegistry registry;

    @Inject
    private OpenSockets sockets;

    private volatile Optional<Figures> latest = Optional.empty();
    private volatile Instant lookedAt = Instant.MIN;
    private Counter messages;
    private Counter failedChunks;
    private Counter incidents;
    private Map<String, Counter> requests;

    /** Lets every figure be told from the start on, not from when it first changes. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        LOG.log(Level.DEBUG, "Figures are told: {0}", registry.getMeters().size());
    }

    /** Begins anew: figures of an earlier deployment would still ask what is gone. */
    @PostConstruct
    void register() {
        registry.clear();
        messages = registry.counter("goniec.messages.sent");
        failedChunks = registry.counter("goniec.fanout.chunks.failed");
        incidents = registry.counter("goniec.incidents");
        requests = Stream.of("accepted", "done", "rejected")
                .collect(toMap(
                        outcome -> outcome,
                        outcome -> registry.counter("goniec.requests.answered", "outcome", outcome)));
        registry.gauge("goniec.sockets.open", sockets, OpenSockets::number);
        waiting("goniec.fanout.pending.copies", Figures::pendingCopies);
        waiting("goniec.fanout.oldest.pending.seconds", Figures::oldestPendingSeconds);
        waiting("goniec.fanout.failed.copies", Figures::failedCopies);
        waiting("goniec.letters.waiting", Figures::waitingLetters);
        waiting("goniec.letters.refused", Figures::refusedLetters);
        waiting("goniec.events.waiting", Figures::waitingEvents);
    }

    private void waiting(String name, ToDoubleFunction<Figures> figure) {
        registry.gauge(
                name, this, meters -> meters.fresh().map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private Optional<Figures> fresh() {
        return latest.filter(figures -> lookedAt.isAfter(Instant.now().minus(FRESH)));
    }

    void taken(@Observes FiguresTaken event) {
        latest = event.figures();
        lookedAt = Instant.now();
    }

    void sent(@Observes(during = AFTER_SUCCESS) MessageSent event) {
        messages.increment();
    }

    void delivered(@Observes(during = AFTER_SUCCESS) ChunkDelivered event) {
        if (event.failed()) {
            failedChunks.increment();
        }
    }

    void answered(@Observes RequestAnswered event) {
        requests.get(event.outcome()).increment();
    }

    void happened(@Observes IncidentHappened event) {
        incidents.increment();
    }
}

package pl.goniec.broadcast.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.broadcast.control.BroadcastRepository;
import pl.goniec.broadcast.control.FanOut;
import pl.goniec.platform.config.Settings;

/** Hands pending chunks to the queue. It tells nobody anything and may be called by anybody, at any time, again. */
@Stateless
@DenyAll
public class DispatchService {

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    FanOut fanOut;

    @Inject
    Settings settings;

    /**
     * Dispatches what is due and returns how many chunks; a dispatch that fails does not count. The queue delivers at once, and who
     * delivers a chunk waits for the end of this.
     */
    @PermitAll
    @TransactionAttribute(REQUIRES_NEW)
    public int dispatchDue() {
        var now = Instant.now();
        var due = broadcasts.takeDue(now);
        if (!due.isEmpty()) {
            broadcasts.dispatched(due, now, settings.sweepAfter());
            fanOut.dispatch(due.stream()
                    .map(chunk -> new FanOut.Chunk(chunk.broadcast(), chunk.number()))
                    .toList());
        }
        return due.size();
    }
}

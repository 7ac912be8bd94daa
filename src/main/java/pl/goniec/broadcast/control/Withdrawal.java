package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.broadcast.api.BroadcastWithdrawn;
import pl.goniec.shared.BroadcastId;

/** The one way in which a POWIADOMIENIE is withdrawn, whoever does it: from those who do not have it, in the transaction of the caller. */
@Dependent
public class Withdrawal {

    @Inject
    LedgerWriter ledger;

    @Inject
    AudienceQueries audiences;

    @Inject
    Event<BroadcastWithdrawn> events;

    /** Withdraws a broadcast unless it was withdrawn before; the rights on it have been asked for before. */
    public void withdraw(BroadcastId broadcast) {
        ledger.withdraw(broadcast, Instant.now())
                .ifPresent(cancelled -> events.fire(new BroadcastWithdrawn(broadcast, cancelled, audiences.heads())));
    }
}

package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.entity.Broadcast;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/** The one way in which a POWIADOMIENIE is accepted, whoever sends it: with its ledger, in the transaction of the caller. */
@Dependent
public class Acceptance {

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    LedgerWriter ledger;

    @Inject
    Settings settings;

    @Inject
    Event<BroadcastAccepted> events;

    /**
     * Accepts a new broadcast; the rights on the companies have been asked for before.
     *
     * @throws ConflictException {@code broadcast.nobody} when nobody would receive it
     */
    public void accept(Broadcast broadcast, PersonId author, Set<CompanyId> companies) {
        broadcasts.add(broadcast);
        int recipients = ledger.open(
                broadcast.id(), companies, broadcast.withEmployees(), settings.fanOutChunk(), broadcast.acceptedAt());
        if (recipients == 0) {
            throw new ConflictException("broadcast.nobody");
        }
        broadcast.counted(companies.size(), recipients);
        events.fire(new BroadcastAccepted(broadcast.id(), author, companies.size(), recipients));
    }
}

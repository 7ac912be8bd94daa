package pl.goniec.broadcast.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.broadcast.api.ChunkDelivered;
import pl.goniec.broadcast.control.AudienceQueries;
import pl.goniec.broadcast.control.LedgerWriter;
import pl.goniec.conversation.api.DeliverNotice;
import pl.goniec.conversation.boundary.NoticeService;
import pl.goniec.shared.BroadcastId;

/**
 * Delivers chunks. A chunk is taken, written and noted in one transaction, and taken only while it is neither done nor cancelled:
 * however often a chunk arrives, its recipients get one message.
 */
@Stateless
@DenyAll
public class DeliveryService {

    @Inject
    LedgerWriter ledger;

    @Inject
    NoticeService notices;

    @Inject
    AudienceQueries audiences;

    @Inject
    Event<ChunkDelivered> events;

    /**
     * Delivers a chunk unless it is done or cancelled, in a transaction of its own: one that failed has let go of its rows before
     * {@link #fail} wants them, and the database is committed before the queue is told, which may well send it again.
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public void deliver(BroadcastId broadcast, int chunk) {
        var now = Instant.now();
        if (ledger.take(broadcast, chunk, now)) {
            notices.deliver(new DeliverNotice(broadcast, chunk));
            ledger.delivered(broadcast, chunk, now);
            events.fire(new ChunkDelivered(broadcast, chunk, false, audiences.told(broadcast, chunk)));
        }
    }

    /** Notes, in a transaction of its own, that a chunk could not be delivered and will not be tried again by itself. */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public void fail(BroadcastId broadcast, int chunk) {
        if (ledger.failed(broadcast, chunk)) {
            events.fire(new ChunkDelivered(broadcast, chunk, true, audiences.told(broadcast, chunk)));
        }
    }
}

package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import pl.goniec.shared.BroadcastId;

/** Writes the ledger, set by set: one statement for any number of recipients. */
@Dependent
public class LedgerWriter {

    @PersistenceContext
    EntityManager em;

    /** Writes a pending receipt for everybody who receives now, in chunks, and returns how many there are. */
    public int open(BroadcastId broadcast, boolean withEmployees, int chunkSize, Instant now) {
        int recipients = em.createNativeQuery("""
                        INSERT INTO receipt (broadcast_id, conversation_id, chunk, company_id, person_id, state)
                        SELECT t.broadcast_id, c.id, (ROW_NUMBER() OVER (ORDER BY c.id) - 1) / ?2,
                               c.company_id, c.person_id, 'PENDING'
                        FROM broadcast_company t
                        JOIN membership m ON m.company_id = t.company_id AND (m.role = 'ENTREPRENEUR' OR ?3 = TRUE)
                        JOIN person p ON p.id = m.person_id AND p.state = 'ACTIVE'
                        JOIN conversation c ON c.company_id = m.company_id AND c.person_id = m.person_id
                        WHERE t.broadcast_id = ?1
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, chunkSize)
                .setParameter(3, withEmployees)
                .executeUpdate();
        em.createNativeQuery("""
                        INSERT INTO broadcast_chunk (broadcast_id, number, state, dispatches, next_dispatch_at)
                        SELECT DISTINCT r.broadcast_id, r.chunk, 'PENDING', 0, CAST(?2 AS TIMESTAMP WITH TIME ZONE)
                        FROM receipt r WHERE r.broadcast_id = ?1
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, utc(now))
                .executeUpdate();
        return recipients;
    }

    /** Takes a chunk that is not done: tells whether it is the caller's to deliver. The row stays locked. */
    public boolean take(BroadcastId broadcast, int chunk, Instant now) {
        return em.createNativeQuery("""
                                UPDATE broadcast_chunk SET state = 'DONE', finished_at = ?3
                                WHERE broadcast_id = ?1 AND number = ?2 AND state <> 'DONE'
                                """)
                        .setParameter(1, broadcast.value())
                        .setParameter(2, chunk)
                        .setParameter(3, utc(now))
                        .executeUpdate()
                > 0;
    }

    /** Notes in the ledger that the chunk's messages have been written. */
    public void delivered(BroadcastId broadcast, int chunk, Instant now) {
        em.createNativeQuery("""
                        UPDATE receipt SET state = 'DONE', delivered_at = ?3, side_number = (
                            SELECT c.office_count FROM conversation c WHERE c.id = receipt.conversation_id)
                        WHERE broadcast_id = ?1 AND chunk = ?2
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, chunk)
                .setParameter(3, utc(now))
                .executeUpdate();
    }

    /** Notes that a pending chunk could not be delivered; tells whether it was pending. */
    public boolean failed(BroadcastId broadcast, int chunk) {
        int chunks = em.createNativeQuery("""
                        UPDATE broadcast_chunk SET state = 'FAILED'
                        WHERE broadcast_id = ?1 AND number = ?2 AND state = 'PENDING'
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, chunk)
                .executeUpdate();
        if (chunks > 0) {
            em.createNativeQuery("""
                            UPDATE receipt SET state = 'FAILED'
                            WHERE broadcast_id = ?1 AND chunk = ?2 AND state = 'PENDING'
                            """)
                    .setParameter(1, broadcast.value())
                    .setParameter(2, chunk)
                    .executeUpdate();
        }
        return chunks > 0;
    }

    /** Puts the failed chunks of a broadcast on their way again and returns how many receipts that are. */
    public int retry(BroadcastId broadcast, Instant now) {
        em.createNativeQuery("""
                        UPDATE broadcast_chunk SET state = 'PENDING', dispatches = 0, next_dispatch_at = ?2
                        WHERE broadcast_id = ?1 AND state = 'FAILED'
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, utc(now))
                .executeUpdate();
        return em.createNativeQuery("""
                        UPDATE receipt SET state = 'PENDING' WHERE broadcast_id = ?1 AND state = 'FAILED'
                        """).setParameter(1, broadcast.value()).executeUpdate();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

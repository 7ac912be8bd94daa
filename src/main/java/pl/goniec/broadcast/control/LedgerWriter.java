package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.Set;
import pl.goniec.broadcast.entity.BroadcastChunk;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;

/** Writes the ledger, set by set: one statement for any number of recipients. */
@Dependent
public class LedgerWriter {

    @PersistenceContext
    EntityManager em;

    /**
     * Writes a pending receipt for everybody who receives now, in chunks, and notes the companies in which nobody does. Returns how
     * many receipts there are.
     */
    public int open(
            BroadcastId broadcast, Set<CompanyId> companies, boolean withEmployees, int chunkSize, Instant now) {
        var ids = IdArray.of(em, companies.stream().map(CompanyId::value).toList());
        int recipients = em.createNativeQuery("""
                        INSERT INTO receipt (broadcast_id, conversation_id, chunk, company_id, person_id, state)
                        SELECT CAST(?1 AS BIGINT), c.id, (ROW_NUMBER() OVER (ORDER BY c.id) - 1) / ?2,
                               c.company_id, c.person_id, 'PENDING'
                        FROM UNNEST(CAST(?4 AS BIGINT ARRAY)) AS t(id)
                        JOIN membership m ON m.company_id = t.id AND m.left_at IS NULL AND (m.role = 'ENTREPRENEUR' OR ?3 = TRUE)
                        JOIN person p ON p.id = m.person_id AND p.state = 'ACTIVE'
                        JOIN conversation c ON c.company_id = m.company_id AND c.person_id = m.person_id
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, chunkSize)
                .setParameter(3, withEmployees)
                .setParameter(4, ids)
                .executeUpdate();
        em.createNativeQuery("""
                        INSERT INTO broadcast_unreached (broadcast_id, company_id)
                        SELECT CAST(?1 AS BIGINT), unreached.id FROM (
                            SELECT t.id FROM UNNEST(CAST(?2 AS BIGINT ARRAY)) AS t(id)
                            EXCEPT
                            SELECT r.company_id FROM receipt r WHERE r.broadcast_id = ?1) AS unreached
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, ids)
                .executeUpdate();
        for (int chunk = 0; chunk * chunkSize < recipients; chunk++) {
            em.persist(new BroadcastChunk(broadcast, chunk, now));
        }
        return recipients;
    }

    /** Takes a chunk that is neither done nor cancelled: tells whether it is the caller's to deliver. The row stays locked. */
    public boolean take(BroadcastId broadcast, int chunk, Instant now) {
        return em.createNativeQuery("""
                                UPDATE broadcast_chunk SET state = 'DONE', finished_at = ?3
                                WHERE broadcast_id = ?1 AND number = ?2 AND state IN ('PENDING', 'FAILED')
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

    /**
     * Puts the failed chunks of a broadcast on their way again and returns how many receipts that are; of one that was withdrawn
     * there are none.
     */
    public int retry(BroadcastId broadcast, Instant now) {
        if (!takeWhole(broadcast, null)) {
            return 0;
        }
        em.createNativeQuery("""
                        UPDATE broadcast_chunk SET state = 'PENDING', dispatches = 0, next_dispatch_at = ?2
                        WHERE broadcast_id = ?1 AND state = 'FAILED'
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, utc(now))
                .executeUpdate();
        return em.createNativeQuery("""
                        UPDATE receipt SET state = 'PENDING'
                        WHERE broadcast_id = ?1 AND state = 'FAILED' AND chunk IN (
                            SELECT k.number FROM broadcast_chunk k WHERE k.broadcast_id = ?1 AND k.state = 'PENDING')
                        """).setParameter(1, broadcast.value()).executeUpdate();
    }

    /**
     * Cancels what is not delivered, chunk by whole chunk, and returns how many receipts that are; nothing when it was withdrawn
     * before. The chunks that are free are taken at once, so that nobody begins to deliver them; then those that are being delivered
     * are waited for, and are done.
     */
    public OptionalInt withdraw(BroadcastId broadcast, Instant now) {
        if (!takeWhole(broadcast, now)) {
            return OptionalInt.empty();
        }
        em.createNativeQuery("""
                        SELECT number FROM broadcast_chunk
                        WHERE broadcast_id = ?1 AND state IN ('PENDING', 'FAILED') FOR UPDATE SKIP LOCKED
                        """).setParameter(1, broadcast.value()).getResultList();
        em.createNativeQuery("""
                        UPDATE broadcast_chunk SET state = 'CANCELLED', finished_at = ?2
                        WHERE broadcast_id = ?1 AND state IN ('PENDING', 'FAILED')
                        """)
                .setParameter(1, broadcast.value())
                .setParameter(2, utc(now))
                .executeUpdate();
        return OptionalInt.of(
                em.createNativeQuery("""
                        UPDATE receipt SET state = 'CANCELLED'
                        WHERE broadcast_id = ?1 AND state IN ('PENDING', 'FAILED')
                        """).setParameter(1, broadcast.value()).executeUpdate());
    }

    /**
     * Takes a broadcast that was not withdrawn from everybody else who waits for several of its chunks: two of them could wait for
     * each other for ever. Who delivers a chunk is not kept from it.
     *
     * @param withdrawn when it is withdrawn now, or null
     */
    private boolean takeWhole(BroadcastId broadcast, Instant withdrawn) {
        return em.createNativeQuery("""
                                UPDATE broadcast SET withdrawn_at = CAST(?2 AS TIMESTAMP WITH TIME ZONE)
                                WHERE id = ?1 AND withdrawn_at IS NULL
                                """)
                        .setParameter(1, broadcast.value())
                        .setParameter(2, withdrawn == null ? null : utc(withdrawn))
                        .executeUpdate()
                > 0;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

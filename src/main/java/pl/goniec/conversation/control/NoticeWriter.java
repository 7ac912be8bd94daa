package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import pl.goniec.conversation.api.DeliverNotice;

/**
 * Writes one notice into many conversations with three statements, however many there are. The conversations are those of
 * a ledger's chunk. Rows are locked in the order of their ids, as everywhere, so that two writers never wait for each
 * other.
 */
@Dependent
public class NoticeWriter {

    @PersistenceContext
    EntityManager em;

    /** Returns how many messages were written. */
    public int write(DeliverNotice notice, Instant now) {
        var locked = lock(notice);
        int written = insert(notice, now);
        if (written > 0) {
            count(notice, locked.get(0), locked.get(locked.size() - 1), now);
        }
        return written;
    }

    /** Locks the chunk's receipts and conversations, and returns these in the order in which they were locked, which is ascending. */
    @SuppressWarnings("unchecked")
    private List<Long> lock(DeliverNotice notice) {
        return em.createNativeQuery("""
                        SELECT c.id FROM receipt r JOIN conversation c ON c.id = r.conversation_id
                        WHERE r.broadcast_id = ?1 AND r.chunk = ?2
                        ORDER BY r.conversation_id FOR UPDATE
                        """)
                .setParameter(1, notice.broadcast().value())
                .setParameter(2, notice.chunk())
                .getResultList();
    }

    private int insert(DeliverNotice notice, Instant now) {
        return em.createNativeQuery("""
                        INSERT INTO message (conversation_id, position, side, side_number, author_id, author_role,
                                             body_id, broadcast_id, sent_at)
                        SELECT c.id, c.office_count + c.client_count + 1, 'OFFICE', c.office_count + 1,
                               b.author_id, b.author_role, b.body_id, b.id, ?3
                        FROM receipt r
                        JOIN broadcast b ON b.id = r.broadcast_id
                        JOIN conversation c ON c.id = r.conversation_id
                        WHERE r.broadcast_id = ?1 AND r.chunk = ?2
                        """)
                .setParameter(1, notice.broadcast().value())
                .setParameter(2, notice.chunk())
                .setParameter(3, utc(now))
                .executeUpdate();
    }

    /**
     * H2 looks at every conversation between the first and the last. With IN it would look at the receipts alone, but ask for all of
     * them again at every conversation while another chunk is committed.
     */
    private void count(DeliverNotice notice, Long first, Long last, Instant now) {
        em.createNativeQuery("""
                        UPDATE conversation SET office_count = office_count + 1, last_sent_at = ?3
                        WHERE id BETWEEN ?4 AND ?5 AND EXISTS (
                            SELECT 1 FROM receipt r
                            WHERE r.broadcast_id = ?1 AND r.chunk = ?2 AND r.conversation_id = conversation.id)
                        """)
                .setParameter(1, notice.broadcast().value())
                .setParameter(2, notice.chunk())
                .setParameter(3, utc(now))
                .setParameter(4, first)
                .setParameter(5, last)
                .executeUpdate();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

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
 * Writes one notice into many conversations with four statements, however many there are. The conversations are those of a
 * ledger's chunk, which whoever delivers it has taken for himself. Rows are locked in the order of their ids, as everywhere, so
 * that two writers never wait for each other.
 */
@Dependent
public class NoticeWriter {

    @PersistenceContext
    EntityManager em;

    /** Returns how many messages were written. */
    public int write(DeliverNotice notice, Instant now) {
        var ids = conversations(notice);
        if (ids.isEmpty()) {
            return 0;
        }
        var first = ids.get(0);
        var last = ids.get(ids.size() - 1);
        lock(notice, first, last);
        int written = insert(notice, now);
        count(notice, first, last, now);
        return written;
    }

    /** Returns the conversations of the chunk from the lowest id to the highest. */
    @SuppressWarnings("unchecked")
    private List<Long> conversations(DeliverNotice notice) {
        return em.createNativeQuery("""
                        SELECT r.conversation_id FROM receipt r WHERE r.broadcast_id = ?1 AND r.chunk = ?2
                        ORDER BY r.conversation_id
                        """)
                .setParameter(1, notice.broadcast().value())
                .setParameter(2, notice.chunk())
                .getResultList();
    }

    /**
     * Locks them in the order of their ids. Joined with the receipts H2 would begin with the conversations and look at every receipt
     * that they have ever had.
     */
    private void lock(DeliverNotice notice, Long first, Long last) {
        em.createNativeQuery("""
                        SELECT c.id FROM conversation c
                        WHERE c.id BETWEEN ?3 AND ?4 AND EXISTS (
                            SELECT 1 FROM receipt r
                            WHERE r.broadcast_id = ?1 AND r.chunk = ?2 AND r.conversation_id = c.id)
                        ORDER BY c.id FOR UPDATE
                        """)
                .setParameter(1, notice.broadcast().value())
                .setParameter(2, notice.chunk())
                .setParameter(3, first)
                .setParameter(4, last)
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

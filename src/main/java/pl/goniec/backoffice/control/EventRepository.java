package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.goniec.backoffice.entity.CompanyEvent;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** The events of which programs are told, from their writing to their relay. */
@Dependent
public class EventRepository {

    /** Events numbered or relayed at a time. */
    private static final int BATCH = 500;

    @PersistenceContext
    EntityManager em;

    /** A POWIADOMIENIE of which nothing is on its way, and how many do not get it because it was withdrawn. */
    public record Finished(BroadcastId broadcast, long cancelled) {}

    public void add(CompanyEvent event) {
        em.persist(event);
    }

    /** Returns the POWIADOMIENIA that their recipient has read with this reading and not before. */
    public List<BroadcastId> confirmed(ConversationId conversation, PersonId reader, long upTo) {
        return em.createQuery("""
                        SELECT m.broadcastId FROM Message m JOIN Conversation c ON c.id = m.conversationId
                        WHERE m.conversationId = :conversation AND c.personId = :reader AND m.broadcastId IS NOT NULL
                          AND m.side = pl.goniec.shared.Side.OFFICE AND m.sideNumber <= :upTo AND m.sideNumber > (
                            SELECT COALESCE(MAX(g.readUpTo), 0) FROM Reading g
                            WHERE g.conversationId = :conversation AND g.personId = :reader
                              AND g.side = pl.goniec.shared.Side.CLIENT AND g.readUpTo < :upTo)
                        ORDER BY m.sideNumber
                        """, Long.class)
                .setParameter("conversation", conversation.value())
                .setParameter("reader", reader.value())
                .setParameter("upTo", upTo)
                .getResultStream()
                .map(BroadcastId::new)
                .toList();
    }

    /** Returns the POWIADOMIENIA of which it was told that they were accepted, not that they are finished, and which are. */
    public List<Finished> finished() {
        return em.createQuery("""
                        SELECT e.broadcastId, (
                            SELECT COUNT(r.conversationId) FROM Receipt r
                            WHERE r.broadcastId = e.broadcastId
                              AND r.state = pl.goniec.broadcast.entity.DeliveryState.CANCELLED)
                        FROM CompanyEvent e
                        WHERE e.kind = pl.goniec.backoffice.entity.EventKind.BROADCAST_ACCEPTED AND NOT EXISTS (
                            SELECT f FROM CompanyEvent f
                            WHERE f.kind = pl.goniec.backoffice.entity.EventKind.BROADCAST_FINISHED
                              AND f.broadcastId = e.broadcastId)
                          AND NOT EXISTS (
                            SELECT k FROM BroadcastChunk k
                            WHERE k.broadcastId = e.broadcastId
                              AND k.state = pl.goniec.broadcast.entity.DeliveryState.PENDING)
                        """, Object[].class)
                .setMaxResults(BATCH)
                .getResultStream()
                .map(row -> new Finished(new BroadcastId((Long) row[0]), (Long) row[1]))
                .toList();
    }

    /** Returns committed events that have no number yet, in the order in which they were written. */
    public List<CompanyEvent> unnumbered() {
        return em.createQuery("SELECT e FROM CompanyEvent e WHERE e.number IS NULL ORDER BY e.id", CompanyEvent.class)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /**
     * Returns the last number of each of these streams, 0 before its first. In the order of both columns H2, too, goes down the
     * index and reads one row for each.
     */
    public Map<CompanyId, Long> last(Set<CompanyId> companies) {
        var last = new HashMap<CompanyId, Long>();
        for (var row : em.createNativeQuery("""
                        SELECT t.id, COALESCE((
                            SELECT e.number FROM company_event e WHERE e.company_id = t.id AND e.number IS NOT NULL
                            ORDER BY e.company_id DESC, e.number DESC FETCH FIRST ROW ONLY), 0)
                        FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id)
                        """)
                .setParameter(
                        1,
                        IdArray.of(em, companies.stream().map(CompanyId::value).toList()))
                .getResultList()) {
            var columns = (Object[]) row;
            last.put(new CompanyId(((Number) columns[0]).longValue()), ((Number) columns[1]).longValue());
        }
        return last;
    }

    /** Returns numbered events that the topic does not have yet, each company's in order, with what programs call its subjects. */
    public List<EventToTell> waiting() {
        var rows = em.createQuery("""
                        SELECT e, c.nip, c.number, p.email FROM CompanyEvent e
                        LEFT JOIN Company c ON c.id = e.companyId
                        LEFT JOIN Person p ON p.id = e.personId
                        WHERE e.relayedAt IS NULL AND e.number IS NOT NULL
                        ORDER BY e.companyId, e.number
                        """, Object[].class).setMaxResults(BATCH).getResultList();
        var waiting = new ArrayList<EventToTell>();
        for (var row : rows) {
            var event = (CompanyEvent) row[0];
            waiting.add(new EventToTell(event, (String) row[1], (String) row[2], (String) row[3]));
        }
        return waiting;
    }

    /** Notes that the topic has them. */
    public void relayed(List<EventToTell> told, Instant now) {
        em.createQuery("UPDATE CompanyEvent e SET e.relayedAt = :now WHERE e.id IN :ids")
                .setParameter("now", now)
                .setParameter("ids", told.stream().map(one -> one.event().id()).toList())
                .executeUpdate();
    }

    /** Lets the events of a stream be told once more from a number on, and returns how many. */
    public int replay(CompanyId company, long from) {
        return em.createQuery("""
                        UPDATE CompanyEvent e SET e.relayedAt = NULL WHERE e.companyId = :company AND e.number >= :from
                        """)
                .setParameter("company", company.value())
                .setParameter("from", from)
                .executeUpdate();
    }
}

package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import pl.goniec.identity.api.HeadAppointed;

/**
 * Sets the markers of whoever becomes a head of the office, in the transaction that makes him one: only what nobody of the office
 * has read is unread to him. Markers never go back, and none of this is a reading of his own.
 */
@Dependent
public class NewHeads {

    @PersistenceContext
    EntityManager em;

    public void appointed(@Observes HeadAppointed event) {
        advance(event.person().value());
        add(event.person().value());
    }

    private void advance(long person) {
        em.createNativeQuery("""
                        UPDATE read_marker SET read_up_to = (
                            SELECT MAX(r.read_up_to) FROM reading r
                            WHERE r.conversation_id = read_marker.conversation_id AND r.side = 'OFFICE')
                        WHERE person_id = ?1 AND side = 'OFFICE' AND read_up_to < (
                            SELECT MAX(r.read_up_to) FROM reading r
                            WHERE r.conversation_id = read_marker.conversation_id AND r.side = 'OFFICE')
                        """).setParameter(1, person).executeUpdate();
    }

    private void add(long person) {
        em.createNativeQuery("""
                        INSERT INTO read_marker (conversation_id, person_id, side, read_up_to)
                        SELECT r.conversation_id, CAST(?1 AS BIGINT), 'OFFICE', MAX(r.read_up_to) FROM reading r
                        WHERE r.side = 'OFFICE' AND NOT EXISTS (
                            SELECT 1 FROM read_marker m
                            WHERE m.conversation_id = r.conversation_id AND m.person_id = ?1 AND m.side = 'OFFICE')
                        GROUP BY r.conversation_id
                        """).setParameter(1, person).executeUpdate();
    }
}

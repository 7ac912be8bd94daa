package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.util.Set;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * What the people of the office have read between them. A reading counts and a marker does not: its person may have moved it without
 * reading, and nobody is to take a question for read that nobody has seen.
 */
@Dependent
public class OfficeReadings {

    @PersistenceContext
    EntityManager em;

    /**
     * Moves a person's markers in all conversations of these companies up to what anybody of the office has read, and none back, with
     * two statements. It is no reading of his own.
     */
    public void handTo(PersonId person, Set<CompanyId> companies) {
        raise(person, companies);
        add(person, companies);
    }

    private void raise(PersonId person, Set<CompanyId> companies) {
        em.createNativeQuery("""
                        UPDATE read_marker SET read_up_to = (
                            SELECT MAX(r.read_up_to) FROM reading r
                            WHERE r.conversation_id = read_marker.conversation_id AND r.side = 'OFFICE')
                        WHERE person_id = ?2 AND side = 'OFFICE' AND conversation_id IN (
                            SELECT v.id FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id)
                            JOIN conversation v ON v.company_id = t.id)
                          AND read_up_to < (
                            SELECT MAX(r.read_up_to) FROM reading r
                            WHERE r.conversation_id = read_marker.conversation_id AND r.side = 'OFFICE')
                        """)
                .setParameter(1, ids(companies))
                .setParameter(2, person.value())
                .executeUpdate();
    }

    private void add(PersonId person, Set<CompanyId> companies) {
        em.createNativeQuery("""
                        INSERT INTO read_marker (conversation_id, person_id, side, read_up_to)
                        SELECT v.id, CAST(?2 AS BIGINT), 'OFFICE', MAX(r.read_up_to)
                        FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id)
                        JOIN conversation v ON v.company_id = t.id
                        JOIN reading r ON r.conversation_id = v.id AND r.side = 'OFFICE'
                        WHERE NOT EXISTS (SELECT 1 FROM read_marker m
                                          WHERE m.conversation_id = v.id AND m.person_id = ?2 AND m.side = 'OFFICE')
                        GROUP BY v.id
                        """)
                .setParameter(1, ids(companies))
                .setParameter(2, person.value())
                .executeUpdate();
    }

    private Array ids(Set<CompanyId> companies) {
        return IdArray.of(em, companies.stream().map(CompanyId::value).toList());
    }
}

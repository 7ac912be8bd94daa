package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.util.Set;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * For whoever begins to look after companies only that counts as unread which nobody of the office has read: his markers are set in
 * the transaction in which he begins, with three statements, however many conversations there are. These are locked in the order
 * of their ids, as everywhere.
 */
@Dependent
public class NewCaretakers {

    @PersistenceContext
    EntityManager em;

    /** Moves his markers up to what anybody of the office has read, and none back. */
    public void assigned(@Observes CaretakerAssigned event) {
        em.flush();
        lock(event.companies());
        raise(event.companies(), event.person());
        add(event.companies(), event.person());
    }

    private void lock(Set<CompanyId> companies) {
        em.createNativeQuery("""
                        SELECT v.id FROM conversation v
                        WHERE v.company_id IN (SELECT t.id FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id))
                        ORDER BY v.id FOR UPDATE
                        """).setParameter(1, ids(companies)).getResultList();
    }

    private void raise(Set<CompanyId> companies, PersonId person) {
        em.createNativeQuery("""
                        UPDATE read_marker SET read_up_to = (
                            SELECT MAX(o.read_up_to) FROM read_marker o
                            WHERE o.conversation_id = read_marker.conversation_id AND o.side = 'OFFICE')
                        WHERE person_id = ?2 AND side = 'OFFICE' AND conversation_id IN (
                            SELECT v.id FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id)
                            JOIN conversation v ON v.company_id = t.id)
                        """)
                .setParameter(1, ids(companies))
                .setParameter(2, person.value())
                .executeUpdate();
    }

    private void add(Set<CompanyId> companies, PersonId person) {
        em.createNativeQuery("""
                        INSERT INTO read_marker (conversation_id, person_id, side, read_up_to)
                        SELECT v.id, ?2, 'OFFICE', MAX(o.read_up_to)
                        FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id)
                        JOIN conversation v ON v.company_id = t.id
                        JOIN read_marker o ON o.conversation_id = v.id AND o.side = 'OFFICE'
                        WHERE NOT EXISTS (SELECT 1 FROM read_marker r
                                          WHERE r.conversation_id = v.id AND r.person_id = ?2 AND r.side = 'OFFICE')
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

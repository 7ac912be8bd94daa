package pl.goniec.inbox.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import pl.goniec.company.api.Nip;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Reads what a caretaker would leave open. */
@Dependent
public class HandoverQueries {

    @PersistenceContext
    EntityManager em;

    /**
     * Returns the companies that a person looks after now, by name. Of correspondence on which the asking head has no right, because
     * he is a client there himself or the company is deactivated, nothing is counted.
     */
    @SuppressWarnings("unchecked")
    public List<HandoverRow> companies(PersonId from, AccessScope scope) {
        List<Object[]> rows = em.createNativeQuery("""
                        SELECT c.id, c.name, c.nip, c.active,
                               COALESCE(SUM(v.client_count - COALESCE(r.read_up_to, 0)), 0),
                               %s
                        FROM company c
                        LEFT JOIN company_access a ON a.company_id = c.id AND a.person_id = ?2 AND a.side = 'OFFICE'
                        LEFT JOIN conversation v ON v.company_id = a.company_id
                        LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = ?1 AND r.side = 'OFFICE'
                        WHERE EXISTS (SELECT 1 FROM caretaking t WHERE t.company_id = c.id AND t.person_id = ?1
                                        AND t.valid_from <= CURRENT_TIMESTAMP
                                        AND (t.valid_to IS NULL OR t.valid_to > CURRENT_TIMESTAMP))
                        GROUP BY c.id, c.name, c.name_order, c.nip, c.active
                        ORDER BY c.name_order, c.id
                        """.formatted(CompanyListQueries.UNANSWERED))
                .setParameter(1, from.value())
                .setParameter(2, scope.person().value())
                .getResultList();
        return rows.stream()
                .map(row -> new HandoverRow(
                        new CompanyId(((Number) row[0]).longValue()),
                        (String) row[1],
                        Nip.format((String) row[2]),
                        (Boolean) row[3],
                        ((Number) row[4]).longValue(),
                        (Boolean) row[5]))
                .toList();
    }
}

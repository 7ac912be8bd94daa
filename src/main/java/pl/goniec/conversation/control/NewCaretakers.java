package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.CompanyId;

/**
 * For whoever begins to look after companies only that counts as unread which nobody of the office has read: his markers are set in
 * the transaction in which he begins, with three statements, however many conversations there are. These are locked in the order
 * of their ids, as everywhere.
 */
@Dependent
public class NewCaretakers {

    @PersistenceContext
    EntityManager em;

    @Inject
    OfficeReadings readings;

    public void assigned(@Observes CaretakerAssigned event) {
        em.flush();
        lock(event.companies());
        readings.handTo(event.person(), event.companies());
    }

    private void lock(Set<CompanyId> companies) {
        em.createNativeQuery("""
                        SELECT v.id FROM conversation v
                        WHERE v.company_id IN (SELECT t.id FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id))
                        ORDER BY v.id FOR UPDATE
                        """)
                .setParameter(
                        1,
                        IdArray.of(em, companies.stream().map(CompanyId::value).toList()))
                .getResultList();
    }
}

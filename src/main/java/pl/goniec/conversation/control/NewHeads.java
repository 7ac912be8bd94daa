package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.identity.api.HeadAppointed;
import pl.goniec.shared.CompanyId;

/**
 * Sets the markers of whoever becomes a head of the office, in the transaction that makes him one: only what nobody of the office
 * has read is unread to him.
 */
@Dependent
public class NewHeads {

    @PersistenceContext
    EntityManager em;

    @Inject
    OfficeReadings readings;

    public void appointed(@Observes HeadAppointed event) {
        readings.handTo(event.person(), companies());
    }

    /** Returns all companies with a conversation, deactivated ones included: they may come back. */
    private Set<CompanyId> companies() {
        return em.createQuery("SELECT DISTINCT c.companyId FROM Conversation c", Long.class)
                .getResultStream()
                .map(CompanyId::new)
                .collect(Collectors.toSet());
    }
}

package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.conversation.entity.Conversation;

/**
 * Begins the conversation of everybody who becomes a client, in the transaction that makes him one. Whoever comes back finds his
 * old one, with the markers of the office as they are: they were kept for it while he was away.
 */
@Dependent
public class NewClients {

    @PersistenceContext
    EntityManager em;

    public void added(@Observes MemberAdded event) {
        long running = em.createQuery(
                        "SELECT COUNT(c) FROM Conversation c WHERE c.companyId = :company AND c.personId = :person",
                        Long.class)
                .setParameter("company", event.company().value())
                .setParameter("person", event.person().value())
                .getSingleResult();
        if (running == 0) {
            em.persist(new Conversation(event.company(), event.person()));
        }
    }
}

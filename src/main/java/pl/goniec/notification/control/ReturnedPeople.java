package pl.goniec.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;

/**
 * Whoever was blocked and comes back is told once of all that he has not read: a letter that waited meanwhile was dropped, and what it
 * was to tell counts as told.
 */
@Dependent
public class ReturnedPeople {

    @PersistenceContext
    EntityManager em;

    /** Forgets what he was told of, in the transaction that lets him in again. */
    public void changed(@Observes AccountChanged event) {
        if (event.deed() == AccountDeed.UNBLOCKED) {
            em.createQuery("DELETE FROM ToldMarker t WHERE t.personId = :person")
                    .setParameter("person", event.person().value())
                    .executeUpdate();
        }
    }
}

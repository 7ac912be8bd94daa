package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import pl.goniec.identity.entity.Person;

/** Loads persons. */
@Dependent
public class PersonRepository {

    @PersistenceContext
    EntityManager em;

    /** Returns the person of a log-in name, if his account is in use. */
    public Optional<Person> activeByEmail(String email) {
        return em.createQuery("""
                        SELECT p FROM Person p
                        WHERE p.email = LOWER(:email) AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
                        """, Person.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** Tells whether the person belongs to a client company. */
    public boolean isClient(long person) {
        return em.createQuery("SELECT COUNT(m) FROM Membership m WHERE m.personId = :person", Long.class)
                        .setParameter("person", person)
                        .getSingleResult()
                > 0;
    }
}

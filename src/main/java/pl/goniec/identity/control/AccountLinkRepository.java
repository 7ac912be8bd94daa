package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.entity.AccountLink;
import pl.goniec.shared.PersonId;

/** Loads and stores the links by which people set passwords. */
@Dependent
public class AccountLinkRepository {

    @PersistenceContext
    EntityManager em;

    public void add(AccountLink link) {
        em.persist(link);
    }

    /** Returns whose link has this secret, if it ever was one; whether it works is asked once the person is locked. */
    public Optional<PersonId> person(String secret) {
        return em.createQuery("SELECT l.personId FROM AccountLink l WHERE l.secretHash = :hash", Long.class)
                .setParameter("hash", Secrets.hash(secret))
                .getResultStream()
                .map(PersonId::new)
                .findFirst();
    }

    /** Returns the link of a secret, if it works now; nobody else can end it until the end of the transaction. */
    public Optional<AccountLink> working(String secret, Instant now) {
        return em.createQuery("SELECT l FROM AccountLink l WHERE l.secretHash = :hash", AccountLink.class)
                .setParameter("hash", Secrets.hash(secret))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .filter(link -> link.works(now));
    }

    /** Returns the links of a person that have not been ended; their time may be over. */
    public List<AccountLink> unended(PersonId person) {
        return em.createQuery(
                        "SELECT l FROM AccountLink l WHERE l.personId = :person AND l.endedAt IS NULL",
                        AccountLink.class)
                .setParameter("person", person.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Tells whether a link for this purpose was made after a moment, used or not. */
    public boolean madeSince(PersonId person, LinkPurpose purpose, Instant since) {
        return em.createQuery("""
                        SELECT COUNT(l) FROM AccountLink l
                        WHERE l.personId = :person AND l.purpose = :purpose AND l.madeAt > :since
                        """, Long.class)
                        .setParameter("person", person.value())
                        .setParameter("purpose", purpose)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }
}

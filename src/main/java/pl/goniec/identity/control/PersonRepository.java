package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.entity.Office;
import pl.goniec.identity.entity.Person;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Loads and stores persons. */
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

    /** Returns the person of an e-mail address, whatever his account is. */
    public Optional<Person> byEmail(String email) {
        return em.createQuery("SELECT p FROM Person p WHERE p.email = :email", Person.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /**
     * Returns a person as he is now, and lets nobody else change him until the end of the transaction.
     *
     * @throws NotFoundException when there is no such person
     */
    public Person locked(PersonId id) {
        var person = em.find(Person.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (person == null) {
            throw new NotFoundException();
        }
        return person;
    }

    /** Stores a new person; his id is good for other rows at once. */
    public void add(Person person) {
        add(List.of(person));
    }

    /** Stores new persons, all or none, as {@link #add(Person)} does one. */
    public void add(Collection<Person> people) {
        people.forEach(em::persist);
        save();
    }

    /**
     * Writes what was changed.
     *
     * @throws ConflictException {@code person.email.taken} when the e-mail address is somebody else's
     */
    public void save() {
        Duplicates.flush(em, () -> new ConflictException("person.email.taken"));
    }

    /** Tells whether anybody heads the office, whatever his account is. */
    public boolean hasHead() {
        return em.createQuery("""
                        SELECT COUNT(p) FROM Person p
                        WHERE p.position = pl.goniec.identity.api.OfficePosition.HEAD
                        """, Long.class).getSingleResult() > 0;
    }

    /** Returns how many heads of the office are in use besides this person, and lets no other transaction change heads meanwhile. */
    public long otherHeads(PersonId person) {
        em.createQuery("SELECT o FROM Office o", Office.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return em.createQuery("""
                        SELECT COUNT(p) FROM Person p
                        WHERE p.id <> :person AND p.position = pl.goniec.identity.api.OfficePosition.HEAD
                          AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
                        """, Long.class)
                .setParameter("person", person.value())
                .getSingleResult();
    }

    /** Returns what pages show of the person of a log-in name, if his account is in use. */
    public Optional<PersonProfile> profile(String email) {
        return em.createQuery("""
                        SELECT p, (SELECT COUNT(m) FROM Membership m WHERE m.personId = p.id AND m.leftAt IS NULL),
                               (SELECT MAX(o.name) FROM Office o),
                               (SELECT MAX(o.version) FROM Office o WHERE o.logoType IS NOT NULL)
                        FROM Person p
                        WHERE p.email = LOWER(:email) AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
                        """, Object[].class)
                .setParameter("email", email)
                .getResultStream()
                .map(row -> profile((Person) row[0], (Long) row[1], (String) row[2], (Long) row[3]))
                .findFirst();
    }

    private static PersonProfile profile(Person person, long memberships, String office, Long logo) {
        return new PersonProfile(
                new PersonId(person.id()),
                person.fullName(),
                person.email(),
                person.position(),
                memberships > 0,
                person.language(),
                person.theme(),
                person.mailChoice(),
                office,
                logo,
                person.sessionGeneration());
    }
}

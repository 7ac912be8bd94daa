package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.entity.Person;
import pl.goniec.shared.PersonId;

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

    /** Returns what pages show of the person of a log-in name, if his account is in use. */
    public Optional<PersonProfile> profile(String email) {
        return em.createQuery("""
                        SELECT p, (SELECT COUNT(m) FROM Membership m WHERE m.personId = p.id AND m.leftAt IS NULL),
                               (SELECT MAX(o.name) FROM Office o)
                        FROM Person p
                        WHERE p.email = LOWER(:email) AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
                        """, Object[].class)
                .setParameter("email", email)
                .getResultStream()
                .map(row -> profile((Person) row[0], (Long) row[1], (String) row[2]))
                .findFirst();
    }

    private static PersonProfile profile(Person person, long memberships, String office) {
        return new PersonProfile(
                new PersonId(person.id()),
                person.fullName(),
                person.email(),
                person.position(),
                memberships > 0,
                person.language(),
                person.theme(),
                office);
    }
}

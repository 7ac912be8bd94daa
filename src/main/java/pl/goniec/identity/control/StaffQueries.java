package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import pl.goniec.identity.api.StaffDetails;
import pl.goniec.identity.api.StaffRow;
import pl.goniec.identity.entity.Person;
import pl.goniec.platform.persistence.InstantConverter;
import pl.goniec.shared.PersonId;

/** Reads the people of the office. */
@Dependent
public class StaffQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns a person of the office, if there is one with this id. */
    public Optional<StaffDetails> person(PersonId id, PersonId caller, Instant now) {
        return em.createQuery("""
                        SELECT p, (SELECT MAX(l.expiresAt) FROM AccountLink l
                                   WHERE l.personId = p.id AND l.purpose = pl.goniec.identity.api.LinkPurpose.INVITATION
                                     AND l.endedAt IS NULL AND l.expiresAt > :now)
                        FROM Person p
                        WHERE p.id = :id AND p.position IS NOT NULL
                        """, Object[].class)
                .setParameter("id", id.value())
                .setParameter("now", now)
                .getResultStream()
                .map(row -> details((Person) row[0], row(row), caller))
                .findFirst();
    }

    /** Returns how many companies a person looks after, or is going to. */
    public long companiesOf(PersonId id) {
        return em.createQuery("""
                        SELECT COUNT(DISTINCT k.companyId) FROM Caretaking k
                        WHERE k.personId = :person AND (k.validTo IS NULL OR k.validTo > CURRENT_TIMESTAMP)
                        """, Long.class)
                .setParameter("person", id.value())
                .getSingleResult();
    }

    private static StaffDetails details(Person person, StaffRow row, PersonId caller) {
        return new StaffDetails(row, person.language(), person.version(), caller.equals(row.id()));
    }

    private static StaffRow row(Object[] row) {
        var person = (Person) row[0];
        return new StaffRow(
                new PersonId(person.id()),
                person.fullName(),
                person.email(),
                person.phone() == null ? "" : person.phone(),
                person.position(),
                person.state(),
                InstantConverter.instant(row[1]));
    }
}

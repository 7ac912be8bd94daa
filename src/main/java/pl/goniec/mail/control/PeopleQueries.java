package pl.goniec.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up persons and the office: what a letter needs to know of them, and nothing else. */
@Dependent
public class PeopleQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns the state of a person's account, by its name. */
    public String state(long person) {
        return (String) em.createNativeQuery("SELECT state FROM person WHERE id = ?1")
                .setParameter(1, person)
                .getSingleResult();
    }

    /** Returns the e-mail address that a person has now. */
    public String address(long person) {
        return (String) em.createNativeQuery("SELECT email FROM person WHERE id = ?1")
                .setParameter(1, person)
                .getSingleResult();
    }

    /** Tells whether the person of this log-in name is the head of the office, now. */
    public boolean isHead(String email) {
        return !em.createNativeQuery("""
                        SELECT 1 FROM person
                        WHERE email = LOWER(CAST(?1 AS VARCHAR(254))) AND state = 'ACTIVE' AND office_position = 'HEAD'
                        """).setParameter(1, email).getResultList().isEmpty();
    }

    /** Returns the office as it signs; without a signature of its own its name, phone and address. */
    public Sender sender() {
        return office().map(PeopleQueries::signing).orElseGet(() -> new Sender("Goniec", "Goniec"));
    }

    @SuppressWarnings("unchecked")
    private Optional<Object[]> office() {
        return em.createNativeQuery("SELECT name, signature, phone, address FROM office")
                .getResultStream()
                .findFirst();
    }

    private static Sender signing(Object... office) {
        var name = (String) office[0];
        var signature = (String) office[1];
        return new Sender(
                name,
                signature.isBlank()
                        ? Stream.of(name, (String) office[2], (String) office[3])
                                .filter(line -> !line.isBlank())
                                .collect(Collectors.joining("\n"))
                        : signature.strip());
    }
}

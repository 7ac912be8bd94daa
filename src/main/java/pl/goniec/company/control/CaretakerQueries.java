package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.PersonId;

/** Reads who of the office looks after companies, or could. */
@Dependent
public class CaretakerQueries {

    private static final String CHOICES = """
            SELECT p.id, p.fullName, p.email, p.state, p.position, COUNT(DISTINCT k.companyId), p.nameOrder
            FROM Person p LEFT JOIN Caretaking k ON k.personId = p.id AND k.validFrom <= CURRENT_TIMESTAMP
              AND (k.validTo IS NULL OR k.validTo > CURRENT_TIMESTAMP)
            WHERE p.position IS NOT NULL %s
            GROUP BY p.id, p.fullName, p.email, p.state, p.position, p.nameOrder
            ORDER BY p.nameOrder, p.id
            """;

    @PersistenceContext
    EntityManager em;

    /** Returns everybody who looks after a company now or could be given one, by name. */
    public List<CaretakerChoice> all() {
        return em.createQuery(CHOICES.formatted(""), Object[].class)
                .getResultStream()
                .map(CaretakerQueries::choice)
                .filter(choice -> choice.choosable() || choice.companies() > 0)
                .toList();
    }

    /** Returns one person of the office, whatever he is there. */
    public Optional<CaretakerChoice> one(PersonId person) {
        return em.createQuery(CHOICES.formatted("AND p.id = :person"), Object[].class)
                .setParameter("person", person.value())
                .getResultStream()
                .map(CaretakerQueries::choice)
                .findFirst();
    }

    private static CaretakerChoice choice(Object[] row) {
        var account = (AccountState) row[3];
        return new CaretakerChoice(
                new PersonId((Long) row[0]),
                (String) row[1],
                (String) row[2],
                account,
                (Long) row[5],
                row[4] == OfficePosition.CARETAKER && account != AccountState.BLOCKED);
    }
}

package pl.goniec.company.control;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Finds active companies and their people by what others call them. */
@Dependent
public class AddressQueries {

    /** Names asked for in one statement. */
    private static final int BATCH = 500;

    @PersistenceContext
    EntityManager em;

    /** Returns all companies. */
    public Set<CompanyId> all() {
        return em.createQuery("SELECT c.id FROM Company c WHERE c.active = :active", Long.class)
                .setParameter("active", true)
                .getResultStream()
                .map(CompanyId::new)
                .collect(toSet());
    }

    /** Returns the companies that have a tag. */
    public Set<CompanyId> tagged(String tag) {
        return em.createQuery(
                        "SELECT c.id FROM Company c JOIN c.tags t WHERE c.active = :active AND t = :tag", Long.class)
                .setParameter("active", true)
                .setParameter("tag", tag)
                .getResultStream()
                .map(CompanyId::new)
                .collect(toSet());
    }

    /** Returns the companies of these tax numbers, those that there are. */
    public Map<String, CompanyId> byNip(Collection<String> nips) {
        return found("SELECT c.nip, c.id FROM Company c WHERE c.active = :active AND c.nip IN :names", nips);
    }

    /** Returns the companies to which the office has given these numbers, those that there are. */
    public Map<String, CompanyId> byNumber(Collection<String> numbers) {
        return found("SELECT c.number, c.id FROM Company c WHERE c.active = :active AND c.number IN :names", numbers);
    }

    /** Returns the client of a company who has this e-mail address in lower case. */
    public Optional<PersonId> client(CompanyId company, String email) {
        return em.createQuery("""
                        SELECT p.id FROM Membership m JOIN Person p ON p.id = m.personId
                        WHERE m.companyId = :company AND m.leftAt IS NULL AND p.email = :email
                        """, Long.class)
                .setParameter("company", company.value())
                .setParameter("email", email)
                .getResultStream()
                .map(PersonId::new)
                .findFirst();
    }

    private Map<String, CompanyId> found(String query, Collection<String> names) {
        var found = new HashMap<String, CompanyId>();
        var distinct = new ArrayList<>(Set.copyOf(names));
        for (int first = 0; first < distinct.size(); first += BATCH) {
            found.putAll(found(query, distinct.subList(first, Math.min(first + BATCH, distinct.size()))));
        }
        return found;
    }

    private Map<String, CompanyId> found(String query, List<String> names) {
        return em.createQuery(query, Object[].class)
                .setParameter("active", true)
                .setParameter("names", names)
                .getResultStream()
                .collect(toMap(row -> (String) row[0], row -> new CompanyId((Long) row[1])));
    }
}

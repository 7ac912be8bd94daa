package pl.goniec.company.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.goniec.company.api.PersonFilter;
import pl.goniec.company.api.PersonRow;
import pl.goniec.company.api.PersonTie;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.platform.persistence.LikePattern;
import pl.goniec.shared.AccessScope.OfficeScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Reads people of both sides for the head of the office, whose position has been asked for before. */
@Dependent
public class DirectoryQueries {

    private static final String MATCHING = """
            FROM Person p
            WHERE p.state IN :states AND p.kind = pl.goniec.identity.api.PersonKind.HUMAN
              AND (LOWER(p.fullName) LIKE :pattern ESCAPE '!' OR p.email LIKE :pattern ESCAPE '!')
            """;

    @PersistenceContext
    EntityManager em;

    /** Returns a page of those who match, people of the office first, by name, each with what he is in companies. */
    public Page<PersonRow> people(PersonFilter filter, OfficeScope head, int first, int size) {
        var people = page(filter, first, size);
        if (people.isEmpty()) {
            return new Page<>(List.of(), count(filter));
        }
        var ids = people.stream().map(row -> (Long) row[0]).toList();
        var ties = ties(ids, head);
        var caredFor = caredFor(ids);
        return new Page<>(
                people.stream()
                        .map(row -> new PersonRow(
                                new PersonId((Long) row[0]),
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (OfficePosition) row[4],
                                (AccountState) row[5],
                                caredFor.getOrDefault((Long) row[0], 0L),
                                ties.getOrDefault((Long) row[0], List.of())))
                        .toList(),
                count(filter));
    }

    private List<Object[]> page(PersonFilter filter, int first, int size) {
        return matching(
                        em.createQuery(
                                "SELECT p.id, p.fullName, p.email, p.phone, p.position, p.state " + MATCHING + """
                        ORDER BY CASE WHEN p.position IS NULL THEN 1 ELSE 0 END, p.nameOrder, p.id
                        """,
                                Object[].class),
                        filter)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    private long count(PersonFilter filter) {
        return matching(em.createQuery("SELECT COUNT(p) " + MATCHING, Long.class), filter)
                .getSingleResult();
    }

    private static <T> TypedQuery<T> matching(TypedQuery<T> query, PersonFilter filter) {
        Set<AccountState> states =
                filter.state() == null ? EnumSet.allOf(AccountState.class) : EnumSet.of(filter.state());
        return query.setParameter("states", states).setParameter("pattern", LikePattern.containing(filter.search()));
    }

    private Map<Long, List<PersonTie>> ties(List<Long> people, OfficeScope head) {
        return em.createQuery("""
                        SELECT m.personId, c.id, c.name, m.role, (
                            SELECT COUNT(a.companyId) FROM CompanyAccess a
                            WHERE a.companyId = c.id AND a.personId = :head AND a.side IN :sides)
                        FROM Membership m JOIN Company c ON c.id = m.companyId
                        WHERE m.personId IN :people AND m.leftAt IS NULL
                        ORDER BY c.nameOrder, c.id
                        """, Object[].class)
                .setParameter("people", people)
                .setParameter("head", head.person().value())
                .setParameter("sides", head.sides())
                .getResultStream()
                .collect(groupingBy(row -> (Long) row[0], mapping(DirectoryQueries::tie, toList())));
    }

    private static PersonTie tie(Object[] row) {
        return new PersonTie(
                new CompanyId((Long) row[1]), (String) row[2], (Role) row[3], ((Number) row[4]).longValue() > 0);
    }

    private Map<Long, Long> caredFor(List<Long> people) {
        return em.createQuery("""
                        SELECT k.personId, COUNT(DISTINCT k.companyId) FROM Caretaking k
                        WHERE k.personId IN :people AND k.validFrom <= CURRENT_TIMESTAMP
                          AND (k.validTo IS NULL OR k.validTo > CURRENT_TIMESTAMP)
                        GROUP BY k.personId
                        """, Object[].class)
                .setParameter("people", people)
                .getResultStream()
                .collect(toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}

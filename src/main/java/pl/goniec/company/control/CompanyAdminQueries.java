package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.company.api.CareRow;
import pl.goniec.company.api.CareTime;
import pl.goniec.company.api.CompanyAdminFilter;
import pl.goniec.company.api.CompanyAdminRow;
import pl.goniec.company.api.Nip;
import pl.goniec.company.entity.Caretaking;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.persistence.LikePattern;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;

/**
 * Reads companies as the administration lists them, for the head of the office, whose position has been asked for before: all of
 * them, deactivated ones and those in which he is a client included. It tells nothing of any correspondence.
 */
@Dependent
public class CompanyAdminQueries {

    private static final String CARED_FOR_NOW = """
            t.company_id = c.id AND t.valid_from <= CURRENT_TIMESTAMP
              AND (t.valid_to IS NULL OR t.valid_to > CURRENT_TIMESTAMP)
            """;

    private static final String MATCHING = """
            FROM company c
            WHERE (?1 = 'ALL' OR c.active = CASE WHEN ?1 = 'ACTIVE' THEN TRUE ELSE FALSE END)
              AND (LOWER(c.name) LIKE ?2 ESCAPE '!' OR c.nip LIKE ?3 OR LOWER(c.number) LIKE ?2 ESCAPE '!'
                OR EXISTS (SELECT 1 FROM company_tag g WHERE g.company_id = c.id AND LOWER(g.tag) LIKE ?2 ESCAPE '!'))
              AND (?4 = 0 OR EXISTS (SELECT 1 FROM caretaking t WHERE t.person_id = ?4 AND %s))
            """.formatted(CARED_FOR_NOW);

    /** A page is cut first, and only what it shows is looked up. */
    private static final String PAGE = """
            SELECT c.id, c.name, c.nip, c.number, c.active, c.total,
                   (SELECT STRING_AGG(g.tag, CHR(10) ORDER BY LOWER(g.tag)) FROM company_tag g WHERE g.company_id = c.id),
                   (SELECT STRING_AGG(p.full_name, CHR(10) ORDER BY t.substitute, p.name_order)
                    FROM caretaking t JOIN person p ON p.id = t.person_id WHERE %s)
            FROM (SELECT c.id, c.name, c.name_order, c.nip, c.number, c.active, COUNT(*) OVER () AS total
                  %s ORDER BY c.name_order, c.id OFFSET ?5 ROWS FETCH NEXT ?6 ROWS ONLY) c
            ORDER BY c.name_order, c.id
            """.formatted(CARED_FOR_NOW, MATCHING);

    @PersistenceContext
    EntityManager em;

    /** Returns the rows from {@code first} on by name, at most {@code size}, and how many there are; none beyond the last. */
    @SuppressWarnings("unchecked")
    public Page<CompanyAdminRow> companies(CompanyAdminFilter filter, int first, int size) {
        List<Object[]> rows = em.createNativeQuery(PAGE)
                .setParameter(1, filter.activity().name())
                .setParameter(2, LikePattern.containing(filter.search()))
                .setParameter(3, nipPattern(filter.search()))
                .setParameter(
                        4, filter.caretaker() == null ? 0L : filter.caretaker().value())
                .setParameter(5, first)
                .setParameter(6, size)
                .getResultList();
        return new Page<>(
                rows.stream().map(CompanyAdminQueries::row).toList(),
                rows.isEmpty() ? 0 : ((Number) rows.get(0)[5]).longValue());
    }

    /** Returns every care of a company: what goes on, then what is to come, then what is over, the latest first. */
    public List<CareRow> care(CompanyId company, Instant now) {
        return em.createQuery("""
                        SELECT k, p.fullName, p.email, p.state FROM Caretaking k JOIN Person p ON p.id = k.personId
                        WHERE k.companyId = :company ORDER BY k.validFrom DESC, k.id DESC
                        """, Object[].class)
                .setParameter("company", company.value())
                .getResultStream()
                .map(row -> care(row, now))
                .sorted(Comparator.comparing(CareRow::time))
                .toList();
    }

    /** Returns everybody who has a right on the company now, on whichever side. */
    public Set<PersonId> audience(CompanyId company) {
        return em.createQuery("SELECT a.personId FROM CompanyAccess a WHERE a.companyId = :company", Long.class)
                .setParameter("company", company.value())
                .getResultStream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CareRow care(Object[] row, Instant now) {
        var care = (Caretaking) row[0];
        CareTime time = care.time(now);
        return new CareRow(
                care.id(),
                care.person(),
                (String) row[1],
                (String) row[2],
                (AccountState) row[3],
                care.substitute(),
                care.from(),
                care.to(),
                time);
    }

    private static CompanyAdminRow row(Object[] row) {
        return new CompanyAdminRow(
                new CompanyId(((Number) row[0]).longValue()),
                (String) row[1],
                Nip.format((String) row[2]),
                (String) row[3],
                lines(row[6]),
                lines(row[7]),
                (Boolean) row[4]);
    }

    private static List<String> lines(Object text) {
        return text == null ? List.of() : ((String) text).lines().distinct().toList();
    }

    /** A NIP is searched by its digits alone; a search without digits finds no NIP. */
    private static String nipPattern(String search) {
        var digits = Nip.digits(search);
        return digits.matches("[0-9]+") ? "%" + digits + "%" : "-";
    }
}

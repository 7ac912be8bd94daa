package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pl.goniec.broadcast.api.AudienceSummary;
import pl.goniec.broadcast.api.UnreachableCompany;
import pl.goniec.broadcast.api.UnreachableCompany.Reason;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Reads who would receive, who received, and who should be told. */
@Dependent
public class AudienceQueries {

    private static final String WITH_REASON = """
            SELECT c.id, c.name,
                (SELECT COUNT(m) FROM Membership m JOIN Person p ON p.id = m.personId
                 WHERE m.companyId = c.id AND m.leftAt IS NULL AND m.role = pl.goniec.shared.Role.ENTREPRENEUR
                   AND p.state = pl.goniec.identity.api.AccountState.NOT_ACTIVATED),
                (SELECT COUNT(m) FROM Membership m JOIN Person p ON p.id = m.personId
                 WHERE m.companyId = c.id AND m.leftAt IS NULL AND m.role = pl.goniec.shared.Role.ENTREPRENEUR
                   AND p.state = pl.goniec.identity.api.AccountState.BLOCKED)
            FROM Company c
            """;

    private static final String RECIPIENTS = """
            SELECT r.person_id FROM receipt r
            JOIN company c ON c.id = r.company_id AND c.active
            JOIN person p ON p.id = r.person_id AND p.state = 'ACTIVE'
            JOIN membership m ON m.company_id = r.company_id AND m.person_id = r.person_id AND m.left_at IS NULL
            WHERE r.broadcast_id = ?1 AND r.chunk = ?2
            """;

    private static final String HEADS =
            "SELECT p.id FROM person p WHERE p.office_position = 'HEAD' AND p.state = 'ACTIVE'";

    private static final String OF_A_HEAD = """
            SELECT r.person_id FROM receipt r
            JOIN company c ON c.id = r.company_id AND c.active
            WHERE r.broadcast_id = ?1 AND r.chunk = ?2 AND NOT EXISTS (
                SELECT 1 FROM membership m
                WHERE m.company_id = r.company_id AND m.person_id = ?3 AND m.left_at IS NULL)
            FETCH FIRST ROW ONLY
            """;

    private static final String CARETAKERS = """
            SELECT DISTINCT p.id FROM receipt r
            JOIN company c ON c.id = r.company_id AND c.active
            JOIN caretaking k ON k.company_id = r.company_id AND k.valid_from <= CURRENT_TIMESTAMP
              AND (k.valid_to IS NULL OR k.valid_to > CURRENT_TIMESTAMP)
            JOIN person p ON p.id = k.person_id AND p.office_position = 'CARETAKER' AND p.state = 'ACTIVE'
            WHERE r.broadcast_id = ?1 AND r.chunk = ?2 AND NOT EXISTS (
                SELECT 1 FROM membership m
                WHERE m.company_id = r.company_id AND m.person_id = p.id AND m.left_at IS NULL)
            """;

    @PersistenceContext
    EntityManager em;

    /** Returns who of the companies would receive now; the rights on them have been asked for before. */
    public AudienceSummary summary(Set<CompanyId> companies, boolean withEmployees) {
        if (companies.isEmpty()) {
            return new AudienceSummary(0, 0, 0, List.of());
        }
        var ids = companies.stream().map(CompanyId::value).toList();
        long entrepreneurs = active(ids, Role.ENTREPRENEUR);
        long employees = active(ids, Role.EMPLOYEE);
        return new AudienceSummary(
                companies.size(),
                (int) (withEmployees ? entrepreneurs + employees : entrepreneurs),
                (int) employees,
                unreachable(ids, withEmployees));
    }

    private long active(List<Long> companies, Role role) {
        return ((Number) em.createNativeQuery("""
                        SELECT COUNT(*) FROM UNNEST(CAST(?2 AS BIGINT ARRAY)) AS t(id)
                        JOIN membership m ON m.company_id = t.id AND m.left_at IS NULL AND m.role = ?1
                        JOIN person p ON p.id = m.person_id AND p.state = 'ACTIVE'
                        """)
                        .setParameter(1, role.name())
                        .setParameter(2, IdArray.of(em, companies))
                        .getSingleResult())
                .longValue();
    }

    private List<UnreachableCompany> unreachable(List<Long> companies, boolean withEmployees) {
        var ids = new ArrayList<Long>();
        for (var id : em.createNativeQuery("""
                        SELECT t.id FROM UNNEST(CAST(?1 AS BIGINT ARRAY)) AS t(id) WHERE NOT EXISTS (
                            SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
                            WHERE m.company_id = t.id AND m.left_at IS NULL AND p.state = 'ACTIVE'
                              AND (m.role = 'ENTREPRENEUR' OR ?2 = TRUE))
                        """)
                .setParameter(1, IdArray.of(em, companies))
                .setParameter(2, withEmployees)
                .getResultList()) {
            ids.add(((Number) id).longValue());
        }
        return ids.isEmpty()
                ? List.of()
                : named(em.createQuery(WITH_REASON + "WHERE c.id IN :companies ORDER BY c.nameOrder", Object[].class)
                        .setParameter("companies", ids));
    }

    /** Returns the companies of a broadcast in which nobody received, with the reason as it is now. */
    public List<UnreachableCompany> withoutReceipt(BroadcastId broadcast, AccessScope scope) {
        return named(em.createQuery(WITH_REASON + """
                        WHERE EXISTS (
                            SELECT u FROM UnreachedCompany u WHERE u.broadcastId = :broadcast AND u.companyId = c.id)
                          AND EXISTS (
                            SELECT a FROM CompanyAccess a
                            WHERE a.companyId = c.id AND a.personId = :caller AND a.side IN :sides)
                        ORDER BY c.nameOrder
                        """, Object[].class)
                .setParameter("broadcast", broadcast.value())
                .setParameter("caller", scope.person().value())
                .setParameter("sides", scope.sides()));
    }

    private static List<UnreachableCompany> named(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new UnreachableCompany(
                        new CompanyId((Long) row[0]), (String) row[1], reason((Long) row[2], (Long) row[3])))
                .toList();
    }

    /**
     * Returns everybody who may see one of a chunk's messages now: its recipients, and the office's people of their companies. The
     * rule is that of the view of rights, said in parts: H2 would run the view once for each of thousands of receipts, and join
     * each of them with every person to find the few heads.
     */
    public Set<PersonId> told(BroadcastId broadcast, int chunk) {
        var persons = new HashSet<PersonId>();
        persons.addAll(ids(ofChunk(RECIPIENTS, broadcast, chunk)));
        persons.addAll(ids(ofChunk(CARETAKERS, broadcast, chunk)));
        for (var head : heads()) {
            var mayRead = ofChunk(OF_A_HEAD, broadcast, chunk).setParameter(3, head.value());
            if (!mayRead.getResultList().isEmpty()) {
                persons.add(head);
            }
        }
        return persons;
    }

    /** Returns the heads of the office, who may see every ledger. */
    public Set<PersonId> heads() {
        return Set.copyOf(ids(em.createNativeQuery(HEADS)));
    }

    private Query ofChunk(String statement, BroadcastId broadcast, int chunk) {
        return em.createNativeQuery(statement)
                .setParameter(1, broadcast.value())
                .setParameter(2, chunk);
    }

    private static List<PersonId> ids(Query query) {
        var ids = new ArrayList<PersonId>();
        for (var id : query.getResultList()) {
            ids.add(new PersonId(((Number) id).longValue()));
        }
        return ids;
    }

    private static Reason reason(long notActivated, long blocked) {
        if (notActivated > 0) {
            return Reason.NOT_ACTIVATED;
        }
        return blocked > 0 ? Reason.BLOCKED : Reason.NO_ENTREPRENEUR;
    }
}

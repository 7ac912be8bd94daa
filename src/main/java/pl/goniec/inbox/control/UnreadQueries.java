package pl.goniec.inbox.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AccessScope.ClientScope;
import pl.goniec.shared.AccessScope.OfficeScope;

/** Counts unread messages: one query for all levels. */
@Dependent
public class UnreadQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns what a person of the office has not read of the clients, by company. */
    public UnreadCounts office(OfficeScope scope) {
        return counts(em.createQuery("""
                        SELECT v.companyId, SUM(v.clientCount - COALESCE(r.readUpTo, 0))
                        FROM CompanyAccess a, Conversation v
                        LEFT JOIN ReadMarker r ON r.conversationId = v.id AND r.personId = :caller
                          AND r.side = pl.goniec.shared.Side.OFFICE
                        WHERE v.companyId = a.companyId
                          AND a.personId = :caller AND a.side = pl.goniec.shared.Side.OFFICE
                          AND v.clientCount > COALESCE(r.readUpTo, 0)
                        GROUP BY v.companyId
                        """, Object[].class), scope);
    }

    /** Returns what a client person has not read of the office, by company. */
    public UnreadCounts client(ClientScope scope) {
        return counts(em.createQuery("""
                        SELECT v.companyId, SUM(v.officeCount - COALESCE(r.readUpTo, 0))
                        FROM CompanyAccess a, Conversation v
                        LEFT JOIN ReadMarker r ON r.conversationId = v.id AND r.personId = :caller
                          AND r.side = pl.goniec.shared.Side.CLIENT
                        WHERE v.companyId = a.companyId AND v.personId = a.personId
                          AND a.personId = :caller AND a.side = pl.goniec.shared.Side.CLIENT
                          AND v.officeCount > COALESCE(r.readUpTo, 0)
                        GROUP BY v.companyId
                        """, Object[].class), scope);
    }

    private static UnreadCounts counts(TypedQuery<Object[]> query, AccessScope scope) {
        var companies = new HashMap<Long, Long>();
        query.setParameter("caller", scope.person().value())
                .getResultStream()
                .forEach(row -> companies.put((Long) row[0], ((Number) row[1]).longValue()));
        return new UnreadCounts(
                companies.values().stream().mapToLong(Long::longValue).sum(), companies);
    }
}

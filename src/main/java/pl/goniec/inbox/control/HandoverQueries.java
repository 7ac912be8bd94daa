package pl.goniec.inbox.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.company.api.Nip;
import pl.goniec.inbox.api.HandoverList;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;

/** Reads what a caretaker would leave open, and what is left open where there is none. */
@Dependent
public class HandoverQueries {

    private static final String CARE_NOW = """
            SELECT 1 FROM caretaking t WHERE t.company_id = c.id AND t.valid_from <= CURRENT_TIMESTAMP
              AND (t.valid_to IS NULL OR t.valid_to > CURRENT_TIMESTAMP)
            """;

    /** What a person looks after, and which readings count: his own. */
    private static final String HIS = "EXISTS (" + CARE_NOW + " AND t.person_id = ?1)";

    private static final String HIS_READING = "AND r.person_id = ?1";

    /** What nobody looks after; there all of the office's readings count. */
    private static final String NOBODYS = "c.active AND NOT EXISTS (" + CARE_NOW + ")";

    private static final String ANYBODYS_READING = "";

    /** A page is cut last: each row has the numbers of the whole. */
    private static final String PAGE = """
            SELECT g.id, g.name, g.nip, g.active, g.unread, g.unanswered = 1,
                   COUNT(*) OVER (), SUM(g.unread) OVER (), SUM(g.unanswered) OVER ()
            FROM (SELECT c.id, c.name, c.name_order, c.nip, c.active,
                         COALESCE(SUM(v.client_count - COALESCE(
                             (SELECT MAX(r.read_up_to) FROM read_marker r
                              WHERE r.conversation_id = v.id AND r.side = 'OFFICE' %s), 0)), 0) AS unread,
                         %s AS unanswered
                  FROM company c
                  LEFT JOIN company_access a ON a.company_id = c.id AND a.person_id = ?2 AND a.side = 'OFFICE'
                  LEFT JOIN conversation v ON v.company_id = a.company_id
                  WHERE %s
                  GROUP BY c.id, c.name, c.name_order, c.nip, c.active) g
            ORDER BY CASE WHEN g.id IN (SELECT f.id FROM UNNEST(CAST(?3 AS BIGINT ARRAY)) AS f(id)) THEN 0 ELSE 1 END,
                     g.name_order, g.id
            OFFSET ?4 ROWS FETCH NEXT ?5 ROWS ONLY
            """;

    private static final HandoverList NOTHING = new HandoverList(new Page<>(List.of(), 0), 0, 0);

    @PersistenceContext
    EntityManager em;

    /**
     * Returns companies from {@code first} on, at most {@code size}, by name, the foremost before all others; nothing at all when
     * there are not so many. Of correspondence on which the asking head has no right, because he is a client there himself or the
     * company is deactivated, nothing is counted.
     *
     * @param from who looks after them now, or null for the active ones that nobody looks after
     */
    @SuppressWarnings("unchecked")
    public HandoverList companies(
            PersonId from, Collection<CompanyId> foremost, int first, int size, AccessScope scope) {
        var query = em.createNativeQuery(
                from == null
                        ? PAGE.formatted(ANYBODYS_READING, CompanyListQueries.UNANSWERED, NOBODYS)
                        : PAGE.formatted(HIS_READING, CompanyListQueries.UNANSWERED, HIS));
        if (from != null) {
            query.setParameter(1, from.value());
        }
        List<Object[]> rows = query.setParameter(2, scope.person().value())
                .setParameter(
                        3,
                        IdArray.of(em, foremost.stream().map(CompanyId::value).toList()))
                .setParameter(4, first)
                .setParameter(5, size)
                .getResultList();
        if (rows.isEmpty()) {
            return NOTHING;
        }
        var any = rows.get(0);
        return new HandoverList(
                new Page<>(rows.stream().map(HandoverQueries::row).toList(), number(any[6])),
                number(any[7]),
                number(any[8]));
    }

    /** Returns the ids of all of them. */
    @SuppressWarnings("unchecked")
    public Set<CompanyId> all(PersonId from) {
        var query = em.createNativeQuery("SELECT c.id FROM company c WHERE " + (from == null ? NOBODYS : HIS));
        if (from != null) {
            query.setParameter(1, from.value());
        }
        List<Object> ids = query.getResultList();
        return ids.stream().map(id -> new CompanyId(number(id))).collect(Collectors.toUnmodifiableSet());
    }

    private static HandoverRow row(Object[] row) {
        return new HandoverRow(
                new CompanyId(number(row[0])),
                (String) row[1],
                Nip.format((String) row[2]),
                (Boolean) row[3],
                number(row[4]),
                (Boolean) row[5]);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

package pl.goniec.inbox.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.goniec.company.api.Nip;
import pl.goniec.conversation.api.Preview;
import pl.goniec.inbox.api.ClientCompanyRow;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.CompanyState;
import pl.goniec.inbox.api.CompanyTotals;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.platform.persistence.LikePattern;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * Reads the lista firm. Every company is one group of its conversations: unread is summed from counts and markers, and
 * a POWIADOMIENIE is neither an answer nor activity.
 */
@Dependent
public class CompanyListQueries {

    private static final String GROUPS = """
            FROM CompanyAccess a, Company c
            LEFT JOIN Conversation v ON v.companyId = c.id
            LEFT JOIN ReadMarker r ON r.conversationId = v.id AND r.personId = :caller AND r.side = pl.goniec.shared.Side.OFFICE
            LEFT JOIN ReadMarker k ON k.conversationId = v.id AND k.personId = v.personId
                AND k.side = pl.goniec.shared.Side.CLIENT
            WHERE c.id = a.companyId AND a.personId = :caller AND a.side = pl.goniec.shared.Side.OFFICE
              AND (:mine = FALSE OR EXISTS (
                SELECT t FROM Caretaking t WHERE t.companyId = c.id AND t.personId = :caller
                  AND t.validFrom <= CURRENT_TIMESTAMP AND (t.validTo IS NULL OR t.validTo > CURRENT_TIMESTAMP)))
              AND (LOWER(c.name) LIKE :name ESCAPE '!' OR c.nip LIKE :nip)
              AND (:unreachable = FALSE OR NOT EXISTS (
                SELECT m FROM Membership m JOIN Person p ON p.id = m.personId
                WHERE m.companyId = c.id AND m.role = pl.goniec.shared.Role.ENTREPRENEUR
                  AND p.state = pl.goniec.identity.api.AccountState.ACTIVE))
            GROUP BY c.id, c.name, c.nameOrder, c.nip
            HAVING (:unread = FALSE OR SUM(v.clientCount - COALESCE(r.readUpTo, 0)) > 0)
               AND (:unanswered = FALSE
                OR SUM(CASE WHEN v.lastTalkSide = pl.goniec.shared.Side.CLIENT THEN 1 ELSE 0 END) > 0)
            """;

    private static final String TOTALS = """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN t.unread > 0 THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN t.unanswered > 0 THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN t.reachable = 0 THEN 1 ELSE 0 END), 0), COALESCE(SUM(t.unread), 0)
            FROM (SELECT c.id, COALESCE(SUM(v.client_count - COALESCE(r.read_up_to, 0)), 0) AS unread,
                         SUM(CASE WHEN v.last_talk_side = 'CLIENT' THEN 1 ELSE 0 END) AS unanswered,
                         (SELECT COUNT(*) FROM membership m JOIN person p ON p.id = m.person_id
                          WHERE m.company_id = c.id AND m.role = 'ENTREPRENEUR' AND p.state = 'ACTIVE') AS reachable
                  FROM company_access a JOIN company c ON c.id = a.company_id
                  LEFT JOIN conversation v ON v.company_id = c.id
                  LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = ?1 AND r.side = 'OFFICE'
                  WHERE a.person_id = ?1 AND a.side = 'OFFICE'
                    AND (?2 = FALSE OR EXISTS (
                        SELECT 1 FROM caretaking t WHERE t.company_id = c.id AND t.person_id = ?1
                          AND t.valid_from <= CURRENT_TIMESTAMP
                          AND (t.valid_to IS NULL OR t.valid_to > CURRENT_TIMESTAMP)))
                    AND (LOWER(c.name) LIKE ?3 ESCAPE '!' OR c.nip LIKE ?4)
                  GROUP BY c.id) t
            """;

    @PersistenceContext
    EntityManager em;

    /** Returns rows of the list in the order asked for. */
    public List<CompanyRow> rows(CompanyFilter filter, CompanyOrder order, int first, int size, AccessScope scope) {
        var groups = filter(em.createQuery("""
                                SELECT c.id, c.name, c.nip, SUM(v.clientCount - COALESCE(r.readUpTo, 0)),
                                    SUM(CASE WHEN v.lastTalkSide = pl.goniec.shared.Side.CLIENT THEN 1 ELSE 0 END),
                                    SUM(v.officeCount - COALESCE(k.readUpTo, 0)), SUM(v.officeCount),
                                    (SELECT COUNT(m) FROM Membership m JOIN Person p ON p.id = m.personId
                                     WHERE m.companyId = c.id AND m.role = pl.goniec.shared.Role.ENTREPRENEUR
                                       AND p.state = pl.goniec.identity.api.AccountState.ACTIVE)
                                """ + GROUPS + orderBy(order), Object[].class), filter, scope)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
        var ids = groups.stream().map(row -> (Long) row[0]).toList();
        var last = lastMessages(ids);
        var caretakers = caretakers(ids);
        return groups.stream()
                .map(row -> row(row, last.get((Long) row[0]), caretakers.getOrDefault((Long) row[0], List.of())))
                .toList();
    }

    /** Returns the ids of all companies that match, without order. */
    public List<Long> matching(CompanyFilter filter, AccessScope scope) {
        return filter(em.createQuery("SELECT c.id, c.name " + GROUPS, Object[].class), filter, scope)
                .getResultStream()
                .map(row -> (Long) row[0])
                .toList();
    }

    /** Returns the numbers above the list. */
    public CompanyTotals totals(boolean mine, String search, AccessScope scope) {
        var row = (Object[]) em.createNativeQuery(TOTALS)
                .setParameter(1, scope.person().value())
                .setParameter(2, mine)
                .setParameter(3, namePattern(search))
                .setParameter(4, nipPattern(search))
                .getSingleResult();
        return new CompanyTotals(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    /** Returns the companies of a client person, by name. */
    public List<ClientCompanyRow> ofClient(AccessScope scope, UnreadCounts unread) {
        return em.createQuery("""
                        SELECT c.id, c.name, c.nip, a.role FROM Company c JOIN CompanyAccess a ON a.companyId = c.id
                        WHERE a.personId = :caller AND a.side = pl.goniec.shared.Side.CLIENT
                        ORDER BY c.nameOrder
                        """, Object[].class)
                .setParameter("caller", scope.person().value())
                .getResultStream()
                .map(row -> new ClientCompanyRow(
                        new CompanyId((Long) row[0]),
                        (String) row[1],
                        Nip.format((String) row[2]),
                        (Role) row[3],
                        unread.of((Long) row[0])))
                .toList();
    }

    private Map<Long, Object[]> lastMessages(List<Long> companies) {
        var newest = new HashMap<Long, Object[]>();
        if (!companies.isEmpty()) {
            em.createQuery("""
                            SELECT v.companyId, b.title, b.content, m.side, m.sentAt
                            FROM Conversation v
                            JOIN Message m ON m.conversationId = v.id
                            JOIN Body b ON b.id = m.bodyId
                            WHERE v.companyId IN :companies AND m.position = v.officeCount + v.clientCount
                            ORDER BY m.sentAt
                            """, Object[].class)
                    .setParameter("companies", companies)
                    .getResultStream()
                    .forEach(row -> newest.put((Long) row[0], row));
        }
        return newest;
    }

    private Map<Long, List<String>> caretakers(List<Long> companies) {
        if (companies.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("""
                        SELECT t.companyId, p.fullName FROM Caretaking t JOIN Person p ON p.id = t.personId
                        WHERE t.companyId IN :companies AND t.validFrom <= CURRENT_TIMESTAMP
                          AND (t.validTo IS NULL OR t.validTo > CURRENT_TIMESTAMP)
                        ORDER BY t.substitute, p.nameOrder
                        """, Object[].class)
                .setParameter("companies", companies)
                .getResultStream()
                .collect(groupingBy(row -> (Long) row[0], mapping(row -> (String) row[1], toList())));
    }

    private static CompanyRow row(Object[] row, Object[] last, List<String> caretakers) {
        return new CompanyRow(
                new CompanyId((Long) row[0]),
                (String) row[1],
                Nip.format((String) row[2]),
                caretakers.stream().distinct().collect(Collectors.toList()),
                last == null ? null : Preview.of((String) last[1], (String) last[2]),
                last != null && last[3] == Side.OFFICE,
                last == null ? null : (Instant) last[4],
                number(row[3]),
                state(row));
    }

    private static CompanyState state(Object[] row) {
        if (number(row[4]) > 0) {
            return CompanyState.UNANSWERED;
        }
        if (number(row[7]) == 0) {
            return CompanyState.UNREACHABLE;
        }
        if (number(row[6]) == 0) {
            return CompanyState.NONE;
        }
        return number(row[5]) > 0 ? CompanyState.SENT : CompanyState.READ;
    }

    private static String orderBy(CompanyOrder order) {
        return switch (order) {
            case ACTIVITY -> """
                    ORDER BY CASE WHEN SUM(v.clientCount - COALESCE(r.readUpTo, 0)) > 0 THEN 0 ELSE 1 END,
                             CASE WHEN MAX(v.lastTalkAt) IS NULL THEN 1 ELSE 0 END, MAX(v.lastTalkAt) DESC, c.nameOrder
                    """;
            case NAME -> " ORDER BY c.nameOrder";
            case NAME_DESCENDING -> " ORDER BY c.nameOrder DESC";
        };
    }

    private static TypedQuery<Object[]> filter(TypedQuery<Object[]> query, CompanyFilter filter, AccessScope scope) {
        return query.setParameter("caller", scope.person().value())
                .setParameter("mine", filter.mine())
                .setParameter("name", namePattern(filter.search()))
                .setParameter("nip", nipPattern(filter.search()))
                .setParameter("unreachable", filter.unreachable())
                .setParameter("unread", filter.unread())
                .setParameter("unanswered", filter.unanswered());
    }

    private static String namePattern(String search) {
        return LikePattern.containing(search);
    }

    /** A NIP is searched by its digits alone; a search without digits finds no NIP. */
    private static String nipPattern(String search) {
        var digits = search.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]+") ? "%" + digits + "%" : "-";
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}

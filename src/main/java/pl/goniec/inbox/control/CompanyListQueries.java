package pl.goniec.inbox.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import pl.goniec.company.api.Nip;
import pl.goniec.conversation.api.Preview;
import pl.goniec.inbox.api.ClientCompanyRow;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyList;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.CompanyState;
import pl.goniec.inbox.api.CompanyTotals;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.inbox.api.UnreadSum;
import pl.goniec.platform.persistence.InstantConverter;
import pl.goniec.platform.persistence.LikePattern;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * Reads the lista firm. Every company is one group of its conversations: unread is summed from counts and markers, and
 * a POWIADOMIENIE is neither an answer nor activity.
 */
@Dependent
public class CompanyListQueries {

    /**
     * 1 where a question waits in a company, of whose conversations {@code v} this is a sum: the last word of one is the client's. Of
     * somebody who has left nobody can answer it any more; while he is blocked it waits, as he is still a client.
     */
    static final String UNANSWERED = """
            COALESCE(MAX(CASE WHEN v.last_talk_side = 'CLIENT' AND EXISTS (
                SELECT 1 FROM membership w
                WHERE w.company_id = v.company_id AND w.person_id = v.person_id AND w.left_at IS NULL)
              THEN 1 ELSE 0 END), 0)
            """;

    /** The caller's companies with what their conversations sum up to; {@code found} by the search and the choice of mine or all. */
    private static final String COMPANIES = """
            SELECT c.id, c.name, c.name_order, c.nip, MAX(v.last_talk_at) AS talked_at,
                   COALESCE(SUM(v.client_count - COALESCE(r.read_up_to, 0)), 0) AS unread,
                   %s = 1 AS unanswered,
                   EXISTS (SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id
                           WHERE m.company_id = c.id AND m.left_at IS NULL AND m.role = 'ENTREPRENEUR'
                             AND p.state = 'ACTIVE') AS reachable,
                   (LOWER(c.name) LIKE ?2 ESCAPE '!' OR c.nip LIKE ?3)
                   AND (?4 = FALSE OR EXISTS (
                       SELECT 1 FROM caretaking t WHERE t.company_id = c.id AND t.person_id = ?1
                         AND t.valid_from <= CURRENT_TIMESTAMP
                         AND (t.valid_to IS NULL OR t.valid_to > CURRENT_TIMESTAMP))) AS found
            FROM company_access a
            JOIN company c ON c.id = a.company_id
            LEFT JOIN conversation v ON v.company_id = c.id
            LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = ?1 AND r.side = 'OFFICE'
            WHERE a.person_id = ?1 AND a.side = 'OFFICE'
            GROUP BY c.id, c.name, c.name_order, c.nip
            """.formatted(UNANSWERED);

    private static final String MATCHING = """
            found AND (?5 = FALSE OR unread > 0) AND (?6 = FALSE OR unanswered) AND (?7 = FALSE OR NOT reachable)
            """;

    /**
     * A page of them, the matching ones before all others, each with the numbers of the whole. Where too few match, others carry
     * the numbers.
     */
    private static final String PAGE = """
            SELECT g.*, %s AS matching, COUNT(CASE WHEN %s THEN 1 END) OVER () AS total,
                   COUNT(CASE WHEN found THEN 1 END) OVER () AS companies,
                   COUNT(CASE WHEN found AND unread > 0 THEN 1 END) OVER () AS unread_companies,
                   COUNT(CASE WHEN found AND unanswered THEN 1 END) OVER () AS unanswered_companies,
                   COUNT(CASE WHEN found AND NOT reachable THEN 1 END) OVER () AS unreachable_companies,
                   SUM(unread) OVER () AS all_unread,
                   COUNT(CASE WHEN unread > 0 THEN 1 END) OVER () AS all_unread_companies
            FROM (%s) g
            ORDER BY %s OFFSET ?8 ROWS FETCH NEXT ?9 ROWS ONLY
            """;

    /** The same with what is shown of each. */
    private static final String LIST = """
            SELECT p.matching, p.total, p.companies, p.unread_companies, p.unanswered_companies, p.unreachable_companies,
                   p.all_unread, p.all_unread_companies, p.id, p.name, p.nip, p.unread,
                   CASE WHEN p.unanswered THEN 'UNANSWERED'
                        WHEN NOT p.reachable THEN 'UNREACHABLE'
                        WHEN NOT EXISTS (SELECT 1 FROM conversation s WHERE s.company_id = p.id AND s.office_count > 0)
                        THEN 'NONE'
                        WHEN EXISTS (SELECT 1 FROM conversation s
                                     LEFT JOIN read_marker k ON k.conversation_id = s.id AND k.person_id = s.person_id
                                       AND k.side = 'CLIENT'
                                     WHERE s.company_id = p.id AND s.office_count > COALESCE(k.read_up_to, 0))
                        THEN 'SENT' ELSE 'READ' END,
                   (SELECT STRING_AGG(o.full_name, CHR(10) ORDER BY t.substitute, o.name_order)
                    FROM caretaking t JOIN person o ON o.id = t.person_id
                    WHERE t.company_id = p.id AND t.valid_from <= CURRENT_TIMESTAMP
                      AND (t.valid_to IS NULL OR t.valid_to > CURRENT_TIMESTAMP)),
                   b.title, b.content, m.side, m.sent_at
            FROM (%s) p
            LEFT JOIN conversation v ON v.id = (
                SELECT n.id FROM conversation n WHERE n.company_id = p.id AND n.last_sent_at IS NOT NULL
                ORDER BY n.last_sent_at DESC, n.id DESC FETCH FIRST 1 ROW ONLY)
            LEFT JOIN message m ON m.conversation_id = v.id AND m.position = v.office_count + v.client_count
            LEFT JOIN body b ON b.id = m.body_id
            ORDER BY %s
            """;

    private static final CompanyList NOTHING =
            new CompanyList(new Page<>(List.of(), 0), new CompanyTotals(0, 0, 0, 0), new UnreadSum(0, 0));

    @PersistenceContext
    EntityManager em;

    /**
     * Returns the rows from {@code first} on in the order asked for, at most {@code size}, and the numbers of the whole; nothing
     * at all when the caller has not so many companies.
     */
    @SuppressWarnings("unchecked")
    public CompanyList list(CompanyFilter filter, CompanyOrder order, int first, int size, AccessScope scope) {
        var page = PAGE.formatted(MATCHING, MATCHING, COMPANIES, orderBy(order));
        List<Object[]> result = filter(em.createNativeQuery(LIST.formatted(page, orderBy(order))), filter, scope)
                .setParameter(8, first)
                .setParameter(9, size)
                .getResultList();
        if (result.isEmpty()) {
            return NOTHING;
        }
        var any = result.get(0);
        var rows = result.stream()
                .filter(row -> (Boolean) row[0])
                .map(CompanyListQueries::row)
                .toList();
        return new CompanyList(
                new Page<>(rows, number(any[1])),
                new CompanyTotals(number(any[2]), number(any[3]), number(any[4]), number(any[5])),
                new UnreadSum(number(any[6]), number(any[7])));
    }

    /** Returns the ids of all companies that match, without order. */
    @SuppressWarnings("unchecked")
    public List<Long> matching(CompanyFilter filter, AccessScope scope) {
        List<Long> ids = filter(
                        em.createNativeQuery("SELECT id FROM (" + COMPANIES + ") g WHERE " + MATCHING), filter, scope)
                .getResultList();
        return ids;
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

    private static CompanyRow row(Object[] row) {
        var sent = InstantConverter.instant(row[17]);
        return new CompanyRow(
                new CompanyId(number(row[8])),
                (String) row[9],
                Nip.format((String) row[10]),
                row[13] == null
                        ? List.of()
                        : ((String) row[13]).lines().distinct().toList(),
                sent == null ? null : Preview.of((String) row[14], (String) row[15]),
                Side.OFFICE.name().equals(row[16]),
                sent,
                number(row[11]),
                CompanyState.valueOf((String) row[12]));
    }

    private static String orderBy(CompanyOrder order) {
        return switch (order) {
            case ACTIVITY -> """
                    matching DESC, CASE WHEN unread > 0 THEN 0 ELSE 1 END, CASE WHEN talked_at IS NULL THEN 1 ELSE 0 END,
                    talked_at DESC, name_order
                    """;
            case NAME -> "matching DESC, name_order";
            case NAME_DESCENDING -> "matching DESC, name_order DESC";
        };
    }

    private static Query filter(Query query, CompanyFilter filter, AccessScope scope) {
        return query.setParameter(1, scope.person().value())
                .setParameter(2, LikePattern.containing(filter.search()))
                .setParameter(3, nipPattern(filter.search()))
                .setParameter(4, filter.mine())
                .setParameter(5, filter.unread())
                .setParameter(6, filter.unanswered())
                .setParameter(7, filter.unreachable());
    }

    /** A NIP is searched by its digits alone; a search without digits finds no NIP. */
    private static String nipPattern(String search) {
        var digits = search.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]+") ? "%" + digits + "%" : "-";
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

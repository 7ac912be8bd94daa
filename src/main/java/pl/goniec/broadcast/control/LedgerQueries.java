package pl.goniec.broadcast.control;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import pl.goniec.broadcast.api.LedgerFilter;
import pl.goniec.broadcast.api.LedgerRow;
import pl.goniec.broadcast.api.LedgerState;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.broadcast.entity.DeliveryState;
import pl.goniec.platform.persistence.InstantConverter;
import pl.goniec.platform.persistence.LikePattern;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;

/** Reads ledgers: only the rows of companies that are the caller's now. */
@Dependent
public class LedgerQueries {

    /** Which broadcasts {@code b} the person {@code :caller} may see. */
    static final String VISIBLE = """
            (b.authorId = :caller OR EXISTS (
                SELECT h FROM Person h
                WHERE h.id = :caller AND h.position = pl.goniec.identity.api.OfficePosition.HEAD))
            AND EXISTS (
                SELECT v FROM Receipt v JOIN CompanyAccess va ON va.companyId = v.companyId
                WHERE v.broadcastId = b.id AND va.personId = :caller AND va.side = pl.goniec.shared.Side.OFFICE)
            """;

    private static final String COUNTS = """
            SELECT r.broadcastId,
                SUM(CASE WHEN r.state = pl.goniec.broadcast.entity.DeliveryState.PENDING THEN 1 ELSE 0 END),
                SUM(CASE WHEN r.state = pl.goniec.broadcast.entity.DeliveryState.FAILED THEN 1 ELSE 0 END),
                SUM(CASE WHEN r.state = pl.goniec.broadcast.entity.DeliveryState.CANCELLED THEN 1 ELSE 0 END),
                SUM(CASE WHEN r.state = pl.goniec.broadcast.entity.DeliveryState.DONE
                          AND COALESCE(m.readUpTo, 0) >= r.sideNumber THEN 1 ELSE 0 END),
                COUNT(r.conversationId)
            """;

    private static final String ROWS = """
            FROM CompanyAccess a, Receipt r
            JOIN Company c ON c.id = r.companyId
            JOIN Person p ON p.id = r.personId
            LEFT JOIN ReadMarker m ON m.conversationId = r.conversationId AND m.personId = r.personId
              AND m.side = pl.goniec.shared.Side.CLIENT
            WHERE r.companyId = a.companyId AND r.broadcastId = :broadcast
              AND a.personId = :caller AND a.side = pl.goniec.shared.Side.OFFICE
              AND (LOWER(c.name) LIKE :pattern ESCAPE '!' OR LOWER(p.fullName) LIKE :pattern ESCAPE '!')
              AND (:state = 'ALL'
                OR (:state = 'PENDING' AND r.state = pl.goniec.broadcast.entity.DeliveryState.PENDING)
                OR (:state = 'FAILED' AND r.state = pl.goniec.broadcast.entity.DeliveryState.FAILED)
                OR (:state = 'CANCELLED' AND r.state = pl.goniec.broadcast.entity.DeliveryState.CANCELLED)
                OR (:state = 'READ' AND r.state = pl.goniec.broadcast.entity.DeliveryState.DONE
                    AND COALESCE(m.readUpTo, 0) >= r.sideNumber)
                OR (:state = 'SENT' AND r.state = pl.goniec.broadcast.entity.DeliveryState.DONE
                    AND COALESCE(m.readUpTo, 0) < r.sideNumber))
            """;

    @PersistenceContext
    EntityManager em;

    /** Returns the sums of the ledgers. */
    public Map<Long, LedgerSums> sums(Collection<Long> broadcasts, AccessScope scope) {
        if (broadcasts.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(COUNTS + """
                        FROM CompanyAccess a, Receipt r
                        LEFT JOIN ReadMarker m ON m.conversationId = r.conversationId AND m.personId = r.personId
                          AND m.side = pl.goniec.shared.Side.CLIENT
                        WHERE r.companyId = a.companyId AND r.broadcastId IN :broadcasts
                          AND a.personId = :caller AND a.side = pl.goniec.shared.Side.OFFICE
                        GROUP BY r.broadcastId
                        """, Object[].class)
                .setParameter("broadcasts", broadcasts)
                .setParameter("caller", scope.person().value())
                .getResultStream()
                .collect(toMap(row -> (Long) row[0], LedgerQueries::sums));
    }

    /** Returns the sums of a whole ledger, for the program of the office that has sent it and no other. */
    public Optional<LedgerSums> sums(BroadcastId broadcast, PersonId program) {
        return em.createQuery(COUNTS + """
                        FROM Receipt r
                        LEFT JOIN ReadMarker m ON m.conversationId = r.conversationId AND m.personId = r.personId
                          AND m.side = pl.goniec.shared.Side.CLIENT
                        WHERE r.broadcastId = :broadcast AND EXISTS (
                            SELECT b FROM Broadcast b WHERE b.id = r.broadcastId AND b.authorId = :program)
                        GROUP BY r.broadcastId
                        """, Object[].class)
                .setParameter("broadcast", broadcast.value())
                .setParameter("program", program.value())
                .getResultStream()
                .map(LedgerQueries::sums)
                .findFirst();
    }

    /** Returns rows of a ledger, failures first, then by company and person. */
    public Page<LedgerRow> rows(BroadcastId broadcast, LedgerFilter filter, int first, int size, AccessScope scope) {
        long total = parameters(
                        em.createQuery("SELECT COUNT(r.conversationId) " + ROWS, Long.class), broadcast, filter, scope)
                .getSingleResult();
        var rows = parameters(em.createQuery("""
                                SELECT c.id, c.name, r.conversationId, p.fullName, r.state, r.deliveredAt, r.sideNumber,
                                       COALESCE(m.readUpTo, 0),
                                       (SELECT MIN(g.readAt) FROM Reading g
                                        WHERE g.conversationId = r.conversationId AND g.personId = r.personId
                                          AND g.side = pl.goniec.shared.Side.CLIENT
                                          AND g.readUpTo >= r.sideNumber)
                                """ + ROWS + """
                                        ORDER BY CASE WHEN r.state = pl.goniec.broadcast.entity.DeliveryState.FAILED
                                                 THEN 0 ELSE 1 END, c.nameOrder, p.nameOrder
                                        """, Object[].class), broadcast, filter, scope)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultStream()
                .map(LedgerQueries::row)
                .toList();
        return new Page<>(rows, total);
    }

    /** Returns when the last chunk was delivered or cancelled, null when none was. */
    public Instant finishedAt(BroadcastId broadcast) {
        return em.createQuery("""
                        SELECT k.finishedAt FROM BroadcastChunk k
                        WHERE k.broadcastId = :id AND k.finishedAt IS NOT NULL ORDER BY k.finishedAt DESC
                        """, Instant.class)
                .setParameter("id", broadcast.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static <T> TypedQuery<T> parameters(
            TypedQuery<T> query, BroadcastId broadcast, LedgerFilter filter, AccessScope scope) {
        var search = filter.search() == null ? "" : filter.search();
        return query.setParameter("broadcast", broadcast.value())
                .setParameter("caller", scope.person().value())
                .setParameter("pattern", LikePattern.containing(search))
                .setParameter(
                        "state", filter.state() == null ? "ALL" : filter.state().name());
    }

    private static LedgerSums sums(Object[] row) {
        long pending = ((Number) row[1]).longValue();
        long failed = ((Number) row[2]).longValue();
        long cancelled = ((Number) row[3]).longValue();
        long read = ((Number) row[4]).longValue();
        long sent = ((Number) row[5]).longValue() - pending - failed - cancelled - read;
        return new LedgerSums(pending, sent, read, failed, cancelled);
    }

    private static LedgerRow row(Object[] row) {
        return new LedgerRow(
                new CompanyId((Long) row[0]),
                (String) row[1],
                new ConversationId((Long) row[2]),
                (String) row[3],
                state((DeliveryState) row[4], (Long) row[6], ((Number) row[7]).longValue()),
                (Instant) row[5],
                InstantConverter.instant(row[8]));
    }

    private static LedgerState state(DeliveryState state, Long number, long readUpTo) {
        return switch (state) {
            case PENDING -> LedgerState.PENDING;
            case FAILED -> LedgerState.FAILED;
            case CANCELLED -> LedgerState.CANCELLED;
            case DONE -> readUpTo >= number ? LedgerState.READ : LedgerState.SENT;
        };
    }
}

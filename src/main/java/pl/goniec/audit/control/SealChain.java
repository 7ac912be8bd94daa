package pl.goniec.audit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import pl.goniec.audit.api.AuditCheck;
import pl.goniec.audit.api.AuditCheck.Fault;
import pl.goniec.audit.entity.AuditEvent;
import pl.goniec.audit.entity.AuditSeal;

/** The chain of seals: its end, what is to be sealed next, and whether it still fits the rows. */
@Dependent
public class SealChain {

    /** How far back a row may still be found unsealed: far longer than any transaction lasts. What comes later the check finds. */
    static final Duration REACH = Duration.ofHours(2);

    private static final int PAGE = 1000;

    @PersistenceContext
    EntityManager em;

    /** Seals the oldest unsealed rows, at most as many as this, and returns how many. */
    public int seal(int most, Instant now) {
        var previous = last().orElse(null);
        var unsealed = unsealed(since(now), most);
        for (var event : unsealed) {
            previous = new AuditSeal(previous, event);
            em.persist(previous);
        }
        return unsealed.size();
    }

    /** Checks every seal from the first on, and that nothing older than this is without one. */
    public AuditCheck check(Instant sealedBefore) {
        return walk().withUnsealed(unsealed(sealedBefore));
    }

    /** Does the same, and counts on a connection that may take as long as it does: no page waits for it. */
    public AuditCheck check(Instant sealedBefore, Connection patient) throws SQLException {
        return walk().withUnsealed(unsealed(sealedBefore, patient));
    }

    private AuditCheck walk() {
        long number = 0;
        var hash = AuditSeal.NOTHING;
        for (var page = page(0); !page.isEmpty(); page = page(number)) {
            for (var row : page) {
                var seal = (AuditSeal) row[0];
                var fault = fault(seal, (AuditEvent) row[1], number + 1, hash);
                if (fault != null) {
                    return new AuditCheck(number, hash, 0, fault, number + 1);
                }
                number = seal.number();
                hash = seal.hash();
            }
            em.clear();
        }
        return new AuditCheck(number, hash, 0, null, 0);
    }

    private static Fault fault(AuditSeal seal, AuditEvent event, long number, String previousHash) {
        if (seal.number() != number) {
            return Fault.SEAL_MISSING;
        }
        if (event == null) {
            return Fault.ROW_MISSING;
        }
        return seal.fits(previousHash, event) ? null : Fault.CHANGED;
    }

    private Optional<AuditSeal> last() {
        return em.createQuery("SELECT s FROM AuditSeal s ORDER BY s.number DESC", AuditSeal.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Returns from when on rows may be unsealed. It goes by the time that the rows themselves say, back from the last sealed one, so
     * that what was written before a server stood still is sealed after it; and never from later than now, so that a clock that was
     * ahead and was put right hides nothing.
     */
    private Instant since(Instant now) {
        return em.createQuery("""
                        SELECT e.happenedAt FROM AuditSeal s JOIN AuditEvent e ON e.id = s.eventId ORDER BY s.number DESC
                        """, Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(last -> (last.isBefore(now) ? last : now).minus(REACH))
                .orElse(Instant.EPOCH);
    }

    /** In the order of the index by time, so that no plan ever walks through all that is sealed. */
    private List<AuditEvent> unsealed(Instant since, int most) {
        return em.createQuery("""
                        SELECT e FROM AuditEvent e
                        WHERE e.happenedAt >= :since AND NOT EXISTS (SELECT s FROM AuditSeal s WHERE s.eventId = e.id)
                        ORDER BY e.happenedAt, e.id
                        """, AuditEvent.class)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    private long unsealed(Instant before) {
        return em.createQuery("""
                        SELECT COUNT(e) FROM AuditEvent e
                        WHERE e.happenedAt < :before
                          AND NOT EXISTS (SELECT s FROM AuditSeal s WHERE s.eventId = e.id)
                        """, Long.class).setParameter("before", before).getSingleResult();
    }

    private static long unsealed(Instant before, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT COUNT(*) FROM audit_event e
                WHERE e.happened_at < ? AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.event_id = e.id)
                """)) {
            query.setObject(1, before.atOffset(ZoneOffset.UTC));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<Object[]> page(long afterNumber) {
        return em.createQuery("""
                        SELECT s, e FROM AuditSeal s LEFT JOIN AuditEvent e ON e.id = s.eventId
                        WHERE s.number > :after ORDER BY s.number
                        """, Object[].class)
                .setParameter("after", afterNumber)
                .setMaxResults(PAGE)
                .getResultList();
    }
}

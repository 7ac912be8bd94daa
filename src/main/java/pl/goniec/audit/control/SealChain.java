package pl.goniec.audit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.goniec.audit.api.AuditCheck;
import pl.goniec.audit.api.AuditCheck.Fault;
import pl.goniec.audit.entity.AuditEvent;
import pl.goniec.audit.entity.AuditSeal;

/** The chain of seals: its end, what is to be sealed next, and whether it still fits the rows. */
@Dependent
public class SealChain {

    /** How many ids back a row may still be found unsealed; transactions that commit later are found by the check. */
    private static final long REACH = 100_000;

    private static final int PAGE = 1000;

    @PersistenceContext
    EntityManager em;

    /** Seals the oldest unsealed rows, at most as many as this, and returns how many. */
    public int seal(int most) {
        var last = last();
        var unsealed = unsealed(last.isEmpty() ? 0 : lastEvent() - REACH, most);
        var previous = last.orElse(null);
        for (var event : unsealed) {
            previous = new AuditSeal(previous, event);
            em.persist(previous);
        }
        return unsealed.size();
    }

    /** Checks every seal from the first on, and that nothing older than this is without one. */
    public AuditCheck check(Instant sealedBefore) {
        long number = 0;
        var hash = AuditSeal.NOTHING;
        for (var page = page(0); !page.isEmpty(); page = page(number)) {
            for (var row : page) {
                var seal = (AuditSeal) row[0];
                var fault = fault(seal, (AuditEvent) row[1], number + 1, hash);
                if (fault != null) {
                    return new AuditCheck(number, hash, unsealed(sealedBefore), fault, number + 1);
                }
                number = seal.number();
                hash = seal.hash();
            }
            em.clear();
        }
        return new AuditCheck(number, hash, unsealed(sealedBefore), null, 0);
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

    private long lastEvent() {
        return em.createQuery("SELECT MAX(s.eventId) FROM AuditSeal s", Long.class)
                .getSingleResult();
    }

    private List<AuditEvent> unsealed(long afterId, int most) {
        return em.createQuery("""
                        SELECT e FROM AuditEvent e
                        WHERE e.id > :after AND NOT EXISTS (SELECT s FROM AuditSeal s WHERE s.eventId = e.id)
                        ORDER BY e.id
                        """, AuditEvent.class)
                .setParameter("after", afterId)
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

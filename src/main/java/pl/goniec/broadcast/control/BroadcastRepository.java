package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.goniec.broadcast.entity.Broadcast;
import pl.goniec.broadcast.entity.BroadcastChunk;
import pl.goniec.broadcast.entity.BroadcastDraft;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.NotFoundException;

/** Loads a person's draft and the broadcasts he may see, and saves new ones. */
@Dependent
public class BroadcastRepository {

    /** Chunks handed over at a time. */
    private static final int BATCH = 500;

    @PersistenceContext
    EntityManager em;

    /** Returns what the caller is writing, locked, so that submitting it twice happens one after the other. */
    public Optional<BroadcastDraft> draft(AccessScope scope) {
        return em.createQuery("SELECT d FROM BroadcastDraft d WHERE d.personId = :caller", BroadcastDraft.class)
                .setParameter("caller", scope.person().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public void add(BroadcastDraft draft) {
        em.persist(draft);
        em.flush();
    }

    public void remove(BroadcastDraft draft) {
        em.remove(draft);
    }

    public void add(Broadcast broadcast) {
        em.persist(broadcast);
        em.flush();
    }

    /** Returns what the caller's draft has become, if it was submitted. */
    public Optional<Broadcast> submittedFrom(DraftId draft, AccessScope scope) {
        return em.createQuery(
                        "SELECT b FROM Broadcast b WHERE b.draftId = :draft AND b.authorId = :caller", Broadcast.class)
                .setParameter("draft", draft.value())
                .setParameter("caller", scope.person().value())
                .getResultStream()
                .findFirst();
    }

    /** Tells whether these and no others are the companies that were ticked. */
    public boolean wentTo(Broadcast broadcast, Set<CompanyId> companies) {
        var ticked = new HashSet<CompanyId>();
        for (var id : em.createNativeQuery("""
                        SELECT r.company_id FROM receipt r WHERE r.broadcast_id = ?1
                        UNION SELECT u.company_id FROM broadcast_unreached u WHERE u.broadcast_id = ?1
                        """)
                .setParameter(1, broadcast.id().value())
                .getResultList()) {
            ticked.add(new CompanyId(((Number) id).longValue()));
        }
        return ticked.equals(companies);
    }

    /**
     * Returns a broadcast: the head's every one, a caretaker's his own as far as it went to companies that are his now.
     *
     * @throws NotFoundException when the caller may not see it
     */
    public Broadcast get(BroadcastId id, AccessScope scope) {
        return em.createQuery(
                        "SELECT b FROM Broadcast b WHERE b.id = :id AND " + LedgerQueries.VISIBLE, Broadcast.class)
                .setParameter("id", id.value())
                .setParameter("caller", scope.person().value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Notes the dispatch of these chunks, whose rows then stay locked until the end of the transaction. */
    public void dispatched(List<BroadcastChunk> chunks, Instant now, Duration firstWait) {
        chunks.forEach(chunk -> chunk.dispatched(now, firstWait));
        em.flush();
    }

    /** Returns pending chunks whose time has come. */
    public List<BroadcastChunk> due(Instant now) {
        return em.createQuery("""
                        SELECT k FROM BroadcastChunk k
                        WHERE k.state = pl.goniec.broadcast.entity.DeliveryState.PENDING AND k.nextDispatchAt <= :now
                        ORDER BY k.broadcastId, k.number
                        """, BroadcastChunk.class)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .getResultList();
    }
}

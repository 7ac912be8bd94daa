package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.broadcast.entity.Broadcast;
import pl.goniec.broadcast.entity.BroadcastChunk;
import pl.goniec.broadcast.entity.BroadcastDraft;
import pl.goniec.platform.persistence.IdArray;
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

    /** Saves a broadcast and the companies that were ticked. */
    public void add(Broadcast broadcast, Set<CompanyId> companies) {
        em.persist(broadcast);
        em.flush();
        em.createNativeQuery("""
                        INSERT INTO broadcast_company (broadcast_id, company_id)
                        SELECT CAST(?1 AS BIGINT), t.id FROM UNNEST(CAST(?2 AS BIGINT ARRAY)) AS t(id) ORDER BY t.id
                        """)
                .setParameter(1, broadcast.id().value())
                .setParameter(
                        2,
                        IdArray.of(em, companies.stream().map(CompanyId::value).toList()))
                .executeUpdate();
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
        var ticked = em.createQuery(
                        "SELECT t.companyId FROM BroadcastCompany t WHERE t.broadcastId = :broadcast", Long.class)
                .setParameter("broadcast", broadcast.id().value())
                .getResultStream()
                .map(CompanyId::new)
                .collect(Collectors.toSet());
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

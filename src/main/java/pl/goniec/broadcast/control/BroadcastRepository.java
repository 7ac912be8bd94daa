package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import pl.goniec.shared.PersonId;

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

    /**
     * Returns a broadcast of a program's own.
     *
     * @throws NotFoundException when the program has not sent it
     */
    public Broadcast sentBy(PersonId program, BroadcastId id) {
        return em.createQuery("SELECT b FROM Broadcast b WHERE b.id = :id AND b.authorId = :program", Broadcast.class)
                .setParameter("id", id.value())
                .setParameter("program", program.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Notes the dispatch of these chunks. */
    public void dispatched(List<BroadcastChunk> chunks, Instant now, Duration firstWait) {
        chunks.forEach(chunk -> chunk.dispatched(now, firstWait));
        em.flush();
    }

    /**
     * Takes pending chunks whose time has come, until the end of the transaction. One that somebody delivers or withdraws at this
     * moment is none: nobody is waited for here while others are held.
     */
    @SuppressWarnings("unchecked")
    public List<BroadcastChunk> takeDue(Instant now) {
        return em.createNativeQuery("""
                        SELECT * FROM broadcast_chunk WHERE state = 'PENDING' AND next_dispatch_at <= ?1
                        ORDER BY broadcast_id, number LIMIT ?2 FOR UPDATE SKIP LOCKED
                        """, BroadcastChunk.class)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, BATCH)
                .getResultList();
    }
}

package pl.goniec.broadcast.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import pl.goniec.broadcast.entity.Broadcast;
import pl.goniec.shared.AccessScope;

/** Reads the list of broadcasts that the caller may see. */
@Dependent
public class SentBroadcasts {

    private static final String FAILED = LedgerQueries.VISIBLE + """
            AND EXISTS (
                SELECT k FROM BroadcastChunk k WHERE k.broadcastId = b.id
                  AND k.state = pl.goniec.broadcast.entity.DeliveryState.FAILED)
            """;

    @PersistenceContext
    EntityManager em;

    /** A broadcast and the name of its author. */
    public record Sent(Broadcast broadcast, String author) {}

    /** Returns broadcasts, newest first. */
    public List<Sent> list(AccessScope scope, int first, int size) {
        return em.createQuery(
                        "SELECT b, p.fullName FROM Broadcast b JOIN Person p ON p.id = b.authorId WHERE "
                                + LedgerQueries.VISIBLE
                                + " ORDER BY b.id DESC",
                        Object[].class)
                .setParameter("caller", scope.person().value())
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultStream()
                .map(row -> new Sent((Broadcast) row[0], (String) row[1]))
                .toList();
    }

    public long count(AccessScope scope) {
        return em.createQuery("SELECT COUNT(b) FROM Broadcast b WHERE " + LedgerQueries.VISIBLE, Long.class)
                .setParameter("caller", scope.person().value())
                .getSingleResult();
    }

    /** Returns broadcasts of which copies failed, newest first. */
    public List<Sent> failed(AccessScope scope, int first, int size) {
        return em.createQuery(
                        "SELECT b, p.fullName FROM Broadcast b JOIN Person p ON p.id = b.authorId WHERE " + FAILED
                                + " ORDER BY b.id DESC",
                        Object[].class)
                .setParameter("caller", scope.person().value())
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultStream()
                .map(row -> new Sent((Broadcast) row[0], (String) row[1]))
                .toList();
    }

    public long countFailed(AccessScope scope) {
        return em.createQuery("SELECT COUNT(b) FROM Broadcast b WHERE " + FAILED, Long.class)
                .setParameter("caller", scope.person().value())
                .getSingleResult();
    }

    /** Returns the newest broadcast of the caller's own that is still on its way. */
    public Optional<Sent> running(AccessScope scope) {
        return em.createQuery("""
                        SELECT b, p.fullName FROM Broadcast b JOIN Person p ON p.id = b.authorId
                        WHERE b.authorId = :caller AND EXISTS (
                            SELECT k FROM BroadcastChunk k WHERE k.broadcastId = b.id
                              AND k.state = pl.goniec.broadcast.entity.DeliveryState.PENDING)
                        ORDER BY b.id DESC
                        """, Object[].class)
                .setParameter("caller", scope.person().value())
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Sent((Broadcast) row[0], (String) row[1]))
                .findFirst();
    }

    public String author(Broadcast broadcast) {
        return em.createQuery(
                        "SELECT p.fullName FROM Broadcast b JOIN Person p ON p.id = b.authorId WHERE b.id = :id",
                        String.class)
                .setParameter("id", broadcast.id().value())
                .getSingleResult();
    }
}

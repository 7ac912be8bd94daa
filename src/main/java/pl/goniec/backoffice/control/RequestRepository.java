package pl.goniec.backoffice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import pl.goniec.backoffice.entity.AnsweredRequest;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/** Finds what was answered, and notes what is. */
@Dependent
public class RequestRepository {

    @PersistenceContext
    EntityManager em;

    /** Returns a program's request, if it was answered. */
    public Optional<AnsweredRequest> find(PersonId program, String requestId) {
        return em.createQuery(
                        "SELECT r FROM AnsweredRequest r WHERE r.programId = :program AND r.requestId = :request",
                        AnsweredRequest.class)
                .setParameter("program", program.value())
                .setParameter("request", requestId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Returns the POWIADOMIENIE that the program has sent with the request that another one names.
     *
     * @throws RequestRefused {@code request.broadcastUnknown}
     */
    BroadcastId sentBroadcast(PersonId program, Request naming) {
        return find(program, naming.body().getString("broadcastRequestId"))
                .map(AnsweredRequest::broadcast)
                .orElseThrow(() -> new RequestRefused("request.broadcastUnknown", "/broadcastRequestId"));
    }

    /**
     * Notes a reply.
     *
     * @throws ConflictException {@code request.twice} when the request has been answered at the same moment
     */
    public void add(AnsweredRequest request) {
        em.persist(request);
        Duplicates.flush(em, () -> new ConflictException("request.twice"));
    }
}

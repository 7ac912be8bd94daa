package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import pl.goniec.conversation.entity.Draft;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;

/** Loads a person's own drafts. */
@Dependent
public class DraftRepository {

    @PersistenceContext
    EntityManager em;

    /** Returns the caller's draft, if it has not been sent. */
    public Optional<Draft> find(DraftId id, AccessScope scope) {
        return em.createQuery("SELECT d FROM Draft d WHERE d.id = :id AND d.personId = :caller", Draft.class)
                .setParameter("id", id.value())
                .setParameter("caller", scope.person().value())
                .getResultStream()
                .findFirst();
    }

    /** Returns what the caller is writing in the conversation, if anything. */
    public Optional<Draft> find(ConversationId conversation, AccessScope scope) {
        return written(conversation, scope).getResultStream().findFirst();
    }

    /** The same, locked. */
    public Optional<Draft> lock(ConversationId conversation, AccessScope scope) {
        return written(conversation, scope)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Draft> written(ConversationId conversation, AccessScope scope) {
        return em.createQuery(
                        "SELECT d FROM Draft d WHERE d.conversationId = :conversation AND d.personId = :caller",
                        Draft.class)
                .setParameter("conversation", conversation.value())
                .setParameter("caller", scope.person().value());
    }

    public void add(Draft draft) {
        em.persist(draft);
        em.flush();
    }

    public void remove(Draft draft) {
        em.remove(draft);
    }
}

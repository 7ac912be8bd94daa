package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.goniec.conversation.entity.Body;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.conversation.entity.Message;
import pl.goniec.conversation.entity.ReadMarker;
import pl.goniec.conversation.entity.Reading;
import pl.goniec.platform.persistence.IdArray;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Loads conversations within the rights of a scope, and saves what is said in them. */
@Dependent
public class ConversationRepository {

    @PersistenceContext
    EntityManager em;

    /**
     * Returns a conversation and what the caller is in it.
     *
     * @throws NotFoundException when it is not the caller's
     */
    public Participation get(ConversationId id, AccessScope scope) {
        return find(id, scope).orElseThrow(NotFoundException::new);
    }

    /** Returns a conversation and what the caller is in it, if it is his. */
    public Optional<Participation> find(ConversationId id, AccessScope scope) {
        return participation(em.createQuery("""
                                SELECT c, a.role FROM Conversation c JOIN CompanyAccess a ON a.companyId = c.companyId
                                WHERE c.id = :id AND a.personId = :caller AND a.side IN :sides
                                  AND (a.side = pl.goniec.shared.Side.OFFICE OR c.personId = :caller)
                                """, Object[].class).setParameter("id", id.value()), scope);
    }

    /**
     * Returns the conversation of one person of a company.
     *
     * @throws NotFoundException when there is no such person in the company, or it is not the caller's
     */
    public Participation get(CompanyId company, PersonId person, AccessScope scope) {
        return participation(
                        em.createQuery("""
                                SELECT c, a.role FROM Conversation c JOIN CompanyAccess a ON a.companyId = c.companyId
                                WHERE c.companyId = :company AND c.personId = :person
                                  AND a.personId = :caller AND a.side IN :sides
                                  AND (a.side = pl.goniec.shared.Side.OFFICE OR c.personId = :caller)
                                """, Object[].class)
                                .setParameter("company", company.value())
                                .setParameter("person", person.value()),
                        scope)
                .orElseThrow(NotFoundException::new);
    }

    /** Returns the conversation of one person of a company for the system itself, whose caller has asked for the rights before. */
    public Optional<Conversation> of(CompanyId company, PersonId person) {
        return em.createQuery(
                        "SELECT c FROM Conversation c WHERE c.companyId = :company AND c.personId = :person",
                        Conversation.class)
                .setParameter("company", company.value())
                .setParameter("person", person.value())
                .getResultStream()
                .findFirst();
    }

    /** Locks the conversation's row until the end of the transaction and reads it anew. */
    public void lock(Conversation conversation) {
        em.refresh(conversation, LockModeType.PESSIMISTIC_WRITE);
    }

    public void add(Body body) {
        em.persist(body);
        em.flush();
    }

    public void add(Message message) {
        em.persist(message);
    }

    public Body body(long id) {
        return em.find(Body.class, id);
    }

    /** Returns what the draft has become, if it was sent. */
    public Optional<Message> sentFrom(DraftId draft) {
        return em.createQuery("SELECT m FROM Message m WHERE m.draftId = :draft", Message.class)
                .setParameter("draft", draft.value())
                .getResultStream()
                .findFirst();
    }

    /** Returns the marker of a reader of a side, made at 0 when there is none; the conversation's row must be locked, and so it is. */
    public ReadMarker marker(ConversationId conversation, PersonId reader, Side side) {
        var key = new ReadMarker.Key(conversation.value(), reader.value(), side);
        var marker = em.find(ReadMarker.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (marker == null) {
            marker = new ReadMarker(conversation, reader, side);
            em.persist(marker);
        }
        return marker;
    }

    public void add(Reading reading) {
        em.persist(reading);
    }

    /** Returns the conversations of the companies that hold something the caller of the office has not read. */
    public List<Conversation> unread(Set<CompanyId> companies, AccessScope scope) {
        var ids = new ArrayList<Long>();
        for (var id : em.createNativeQuery("""
                        SELECT v.id FROM UNNEST(CAST(?2 AS BIGINT ARRAY)) AS t(id)
                        JOIN conversation v ON v.company_id = t.id
                        LEFT JOIN read_marker r ON r.conversation_id = v.id AND r.person_id = ?1 AND r.side = 'OFFICE'
                        WHERE v.client_count > COALESCE(r.read_up_to, 0)
                          AND EXISTS (SELECT 1 FROM company_access a
                                      WHERE a.company_id = v.company_id AND a.person_id = ?1 AND a.side = 'OFFICE')
                        """)
                .setParameter(1, scope.person().value())
                .setParameter(
                        2,
                        IdArray.of(em, companies.stream().map(CompanyId::value).toList()))
                .getResultList()) {
            ids.add(((Number) id).longValue());
        }
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("SELECT c FROM Conversation c WHERE c.id IN :ids ORDER BY c.id", Conversation.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private static Optional<Participation> participation(TypedQuery<Object[]> query, AccessScope scope) {
        return query.setParameter("caller", scope.person().value())
                .setParameter("sides", scope.sides())
                .getResultStream()
                .map(row -> new Participation((Conversation) row[0], (Role) row[1]))
                .findFirst();
    }
}

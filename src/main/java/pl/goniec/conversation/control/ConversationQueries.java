package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.Preview;
import pl.goniec.conversation.api.RecipientRow;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.persistence.InstantConverter;
import pl.goniec.platform.persistence.LikePattern;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Reads lists of conversations and of the people in them. */
@Dependent
public class ConversationQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns the conversations of a company that hold a message, those with something unread first. */
    public List<ConversationRow> rows(CompanyId company, String search, AccessScope scope) {
        return em.createQuery("""
                        SELECT c.id, p.id, p.fullName, mb.role, b.title, b.content, m.side, m.sentAt,
                               c.clientCount - COALESCE(r.readUpTo, 0)
                        FROM Conversation c
                        JOIN Person p ON p.id = c.personId
                        JOIN Message m ON m.conversationId = c.id
                        JOIN Body b ON b.id = m.bodyId
                        LEFT JOIN Membership mb ON mb.companyId = c.companyId AND mb.personId = c.personId
                        LEFT JOIN ReadMarker r ON r.conversationId = c.id AND r.personId = :caller
                          AND r.side = pl.goniec.shared.Side.OFFICE
                        WHERE c.companyId = :company AND m.position = c.officeCount + c.clientCount AND EXISTS (
                            SELECT a FROM CompanyAccess a
                            WHERE a.companyId = c.companyId AND a.personId = :caller AND a.side IN :sides)
                          AND (:search = '' OR LOWER(p.fullName) LIKE :pattern ESCAPE '!'
                            OR LOWER(p.email) LIKE :pattern ESCAPE '!' OR EXISTS (
                            SELECT m2 FROM Message m2 JOIN Body b2 ON b2.id = m2.bodyId
                            WHERE m2.conversationId = c.id AND (LOWER(b2.content) LIKE :pattern ESCAPE '!'
                              OR LOWER(b2.title) LIKE :pattern ESCAPE '!')))
                        ORDER BY CASE WHEN c.clientCount > COALESCE(r.readUpTo, 0) THEN 0 ELSE 1 END, m.sentAt DESC
                        """, Object[].class)
                .setParameter("company", company.value())
                .setParameter("caller", scope.person().value())
                .setParameter("sides", scope.sides())
                .setParameter("search", search.strip())
                .setParameter("pattern", LikePattern.containing(search))
                .getResultStream()
                .map(row -> new ConversationRow(
                        new ConversationId((Long) row[0]),
                        new PersonId((Long) row[1]),
                        (String) row[2],
                        row[3] == null ? Role.EMPLOYEE : (Role) row[3],
                        Preview.of((String) row[4], (String) row[5]),
                        row[6] == Side.OFFICE,
                        (Instant) row[7],
                        ((Number) row[8]).longValue()))
                .toList();
    }

    /** Returns the people of a company, with what they last did here. */
    public List<RecipientRow> recipients(CompanyId company, AccessScope scope) {
        return em.createQuery("""
                        SELECT p.id, p.fullName, p.email, mb.role, p.state, p.invitedAt,
                            (SELECT MAX(m.sentAt) FROM Message m
                             WHERE m.conversationId = c.id AND m.side = pl.goniec.shared.Side.CLIENT),
                            (SELECT MAX(r.readAt) FROM Reading r
                             WHERE r.conversationId = c.id AND r.personId = c.personId
                               AND r.side = pl.goniec.shared.Side.CLIENT)
                        FROM Membership mb JOIN Person p ON p.id = mb.personId
                        JOIN Conversation c ON c.companyId = mb.companyId AND c.personId = mb.personId
                        WHERE mb.companyId = :company AND mb.leftAt IS NULL AND EXISTS (
                            SELECT a FROM CompanyAccess a
                            WHERE a.companyId = c.companyId AND a.personId = :caller AND a.side IN :sides)
                        ORDER BY mb.role DESC, p.nameOrder
                        """, Object[].class)
                .setParameter("company", company.value())
                .setParameter("caller", scope.person().value())
                .setParameter("sides", scope.sides())
                .getResultStream()
                .map(row -> new RecipientRow(
                        new PersonId((Long) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (Role) row[3],
                        (AccountState) row[4],
                        (Instant) row[5],
                        later(InstantConverter.instant(row[6]), InstantConverter.instant(row[7]))))
                .toList();
    }

    /** Returns the client person of a conversation, with the role he holds now; the role is empty once he has left. */
    public RecipientRow person(Conversation conversation) {
        return em.createQuery("""
                        SELECT p.fullName, p.email, mb.role, p.state, p.invitedAt FROM Person p
                        LEFT JOIN Membership mb ON mb.companyId = :company AND mb.personId = p.id AND mb.leftAt IS NULL
                        WHERE p.id = :person
                        """, Object[].class)
                .setParameter("company", conversation.company().value())
                .setParameter("person", conversation.person().value())
                .getResultStream()
                .map(row -> new RecipientRow(
                        conversation.person(),
                        (String) row[0],
                        (String) row[1],
                        (Role) row[2],
                        row[2] == null ? AccountState.BLOCKED : (AccountState) row[3],
                        (Instant) row[4],
                        null))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the marker of a reader of a side, 0 when he has read nothing. */
    public long marker(ConversationId conversation, PersonId reader, Side side) {
        return em.createQuery("""
                        SELECT r.readUpTo FROM ReadMarker r
                        WHERE r.conversationId = :conversation AND r.personId = :reader AND r.side = :side
                        """, Long.class)
                .setParameter("conversation", conversation.value())
                .setParameter("reader", reader.value())
                .setParameter("side", side)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Returns whether the client person may start a conversation with the office: an employee only where the company lets him. */
    public boolean mayStart(Conversation conversation) {
        return em.createQuery("""
                        SELECT COUNT(m) FROM Membership m JOIN Company f ON f.id = m.companyId
                        WHERE m.companyId = :company AND m.personId = :person AND m.leftAt IS NULL
                          AND (m.role = pl.goniec.shared.Role.ENTREPRENEUR
                            OR (m.mayStart = :on AND f.employeesStart = :on))
                        """, Long.class)
                        .setParameter("company", conversation.company().value())
                        .setParameter("person", conversation.person().value())
                        .setParameter("on", true)
                        .getSingleResult()
                > 0;
    }

    /** Returns everybody who may see the conversation now: the office's people of the company and the client person. */
    public Set<PersonId> audience(Conversation conversation) {
        var persons = new HashSet<PersonId>();
        em.createQuery("""
                        SELECT DISTINCT a.personId FROM CompanyAccess a
                        WHERE a.companyId = :company
                          AND (a.side = pl.goniec.shared.Side.OFFICE OR a.personId = :person)
                        """, Long.class)
                .setParameter("company", conversation.company().value())
                .setParameter("person", conversation.person().value())
                .getResultStream()
                .forEach(id -> persons.add(new PersonId(id)));
        return persons;
    }

    private static Instant later(Instant one, Instant other) {
        return Optional.ofNullable(one)
                .filter(first -> other == null || first.isAfter(other))
                .orElse(other);
    }
}

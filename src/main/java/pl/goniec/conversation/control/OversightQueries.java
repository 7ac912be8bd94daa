package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.Preview;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Finds what entrepreneurs may read of their employees: as long as the company's switch is on, and nothing else. */
@Dependent
public class OversightQueries {

    private static final String LOOKING = """
            a.personId = :caller AND a.role = pl.goniec.shared.Role.ENTREPRENEUR AND f.id = a.companyId
              AND f.entrepreneursLook = :on
            """;

    private static final String OF_AN_EMPLOYEE = """
            a.companyId = c.companyId AND mb.companyId = c.companyId AND mb.personId = c.personId
              AND mb.role = pl.goniec.shared.Role.EMPLOYEE AND mb.leftAt IS NULL
            """;

    @PersistenceContext
    EntityManager em;

    /** Tells whether the caller may look into the conversations of the company's employees. */
    public boolean allowed(CompanyId company, AccessScope scope) {
        return looking(
                                em.createQuery(
                                                "SELECT COUNT(a) FROM CompanyAccess a, Company f WHERE f.id = :company AND "
                                                        + LOOKING,
                                                Long.class)
                                        .setParameter("company", company.value()),
                                scope)
                        .getSingleResult()
                > 0;
    }

    /** Returns the conversation, if it is one of an employee into which the caller may look. */
    public Optional<Conversation> find(ConversationId id, AccessScope scope) {
        return looking(
                        em.createQuery(
                                        "SELECT c FROM Conversation c, CompanyAccess a, Company f, Membership mb"
                                                + " WHERE c.id = :id AND " + OF_AN_EMPLOYEE + " AND " + LOOKING,
                                        Conversation.class)
                                .setParameter("id", id.value()),
                        scope)
                .getResultStream()
                .findFirst();
    }

    /**
     * Returns the conversations of the company's employees that hold a message, the latest first. The switch has been asked for before:
     * beside a sum EclipseLink writes truth values as numbers, which H2 does not compare.
     */
    public List<ConversationRow> rows(CompanyId company, AccessScope scope) {
        return em.createQuery("""
                        SELECT c.id, p.id, p.fullName, b.title, b.content, m.side, m.sentAt
                        FROM Conversation c, CompanyAccess a, Membership mb, Person p, Message m, Body b
                        WHERE c.companyId = :company AND p.id = c.personId AND m.conversationId = c.id
                          AND m.position = c.officeCount + c.clientCount AND b.id = m.bodyId
                          AND a.personId = :caller AND a.role = pl.goniec.shared.Role.ENTREPRENEUR AND
                        """ + OF_AN_EMPLOYEE + " ORDER BY m.sentAt DESC, c.id", Object[].class)
                .setParameter("company", company.value())
                .setParameter("caller", scope.person().value())
                .getResultStream()
                .map(row -> new ConversationRow(
                        new ConversationId((Long) row[0]),
                        new PersonId((Long) row[1]),
                        (String) row[2],
                        Role.EMPLOYEE,
                        Preview.of((String) row[3], (String) row[4]),
                        row[5] == Side.CLIENT,
                        (Instant) row[6],
                        0))
                .toList();
    }

    private static <T> TypedQuery<T> looking(TypedQuery<T> query, AccessScope scope) {
        return query.setParameter("caller", scope.person().value()).setParameter("on", true);
    }
}

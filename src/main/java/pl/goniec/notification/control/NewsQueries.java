package pl.goniec.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.notification.entity.ToldMarker;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/**
 * Finds the other side's messages that people have neither read nor been told of, in conversations that they may read now: for
 * thousands of clients in one statement, and for the few people of the office one by one. For clients the rule is that of the view
 * of rights, said again: H2 would run the view once for each of thousands of conversations. The office hears only of what clients
 * wrote, so a notice, which is no talk, makes no row for it to look at. For whom a letter waits already, there is no news yet: what
 * he has not read when that is sent will be.
 */
@Dependent
public class NewsQueries {

    private static final String NO_LETTER_WAITS = """
            AND NOT EXISTS (SELECT l FROM OutgoingLetter l
                WHERE l.personId = p.id AND l.kind = pl.goniec.mail.api.LetterKind.MESSAGES
                  AND l.state = pl.goniec.mail.entity.LetterState.WAITING)
            """;

    private static final String TO_CLIENTS = """
            FROM Conversation c
            JOIN Person p ON p.id = c.personId
            JOIN Company k ON k.id = c.companyId
            JOIN Membership m ON m.companyId = c.companyId
            LEFT JOIN ReadMarker r ON r.conversationId = c.id AND r.personId = c.personId AND r.side = :side
            LEFT JOIN ToldMarker t ON t.conversationId = c.id AND t.personId = c.personId AND t.side = :side
            LEFT JOIN OutgoingLetter l ON l.personId = c.personId AND l.kind = pl.goniec.mail.api.LetterKind.MESSAGES
              AND l.state = pl.goniec.mail.entity.LetterState.WAITING
            WHERE l.id IS NULL AND c.lastSentAt > :since AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
              AND p.mailChoice = :choice AND m.personId = c.personId AND m.leftAt IS NULL AND k.active = :active
              AND c.officeCount > COALESCE(r.readUpTo, 0) AND c.officeCount > COALESCE(t.toldUpTo, 0)
            """;

    private static final String TO_ONE_OF_THE_OFFICE = """
            SELECT c.companyId, c.id, c.clientCount, COALESCE(r.readUpTo, 0), t
            FROM CompanyAccess a, Conversation c
            LEFT JOIN ReadMarker r ON r.conversationId = c.id AND r.personId = :person AND r.side = :side
            LEFT JOIN ToldMarker t ON t.conversationId = c.id AND t.personId = :person AND t.side = :side
            WHERE c.companyId = a.companyId AND a.personId = :person AND a.side = :side
              AND c.lastTalkAt > :since
              AND c.clientCount > COALESCE(r.readUpTo, 0) AND c.clientCount > COALESCE(t.toldUpTo, 0)
            """;

    @PersistenceContext
    EntityManager em;

    /**
     * Holds the right to tell until the end of the transaction, which one node has at a time: its mark is the row of the office,
     * which nobody waits for who sends a message. Tells whether it was free.
     */
    public boolean begin() {
        return !em.createNativeQuery("SELECT id FROM office FOR UPDATE SKIP LOCKED")
                .getResultList()
                .isEmpty();
    }

    /** Holds that right again for another part, and waits for whoever got it in between. */
    public boolean goOn() {
        return !em.createNativeQuery("SELECT id FROM office FOR UPDATE")
                .getResultList()
                .isEmpty();
    }

    /** Returns the ids of all clients for whom there is news, from the lowest to the highest. */
    List<Long> clientsWithNews(MailChoice choice, Instant since) {
        return toClients("SELECT DISTINCT p.id " + TO_CLIENTS, Long.class, choice, since)
                .getResultStream()
                .sorted()
                .toList();
    }

    /**
     * Returns the news for all of a part who chose so, of conversations in which something was sent since a moment, person by
     * person.
     */
    Map<PersonId, List<News>> news(MailChoice choice, Instant since, Part part) {
        var found = new LinkedHashMap<PersonId, List<News>>();
        if (part.clients()) {
            clients(choice, since, part).forEach(news -> add(news, found));
        }
        for (var person : officePeople(choice, part)) {
            office(since, person).forEach(news -> add(news, found));
        }
        return found;
    }

    private static void add(News news, Map<PersonId, List<News>> found) {
        found.computeIfAbsent(news.person(), person -> new ArrayList<>()).add(news);
    }

    private List<News> clients(MailChoice choice, Instant since, Part part) {
        var statement =
                "SELECT c.companyId, c.id, c.officeCount, COALESCE(r.readUpTo, 0), t, p.id, p.email, p.language "
                        + TO_CLIENTS + " AND p.id BETWEEN :from AND :to";
        return toClients(statement, Object[].class, choice, since)
                .setParameter("from", part.from())
                .setParameter("to", part.to())
                .getResultStream()
                .map(row -> news(Side.CLIENT, row, row[5], row[6], row[7]))
                .toList();
    }

    private <T> TypedQuery<T> toClients(String statement, Class<T> type, MailChoice choice, Instant since) {
        return em.createQuery(statement, type)
                .setParameter("choice", choice)
                .setParameter("side", Side.CLIENT)
                .setParameter("active", true)
                .setParameter("since", since);
    }

    private List<Object[]> officePeople(MailChoice choice, Part part) {
        return em.createQuery("""
                        SELECT p.id, p.email, p.language FROM Person p
                        WHERE p.position IS NOT NULL AND p.mailChoice = :choice AND p.id BETWEEN :from AND :to
                          AND p.state = pl.goniec.identity.api.AccountState.ACTIVE
                        """ + NO_LETTER_WAITS, Object[].class)
                .setParameter("choice", choice)
                .setParameter("from", part.from())
                .setParameter("to", part.to())
                .getResultList();
    }

    private List<News> office(Instant since, Object... person) {
        return em.createQuery(TO_ONE_OF_THE_OFFICE, Object[].class)
                .setParameter("person", person[0])
                .setParameter("side", Side.OFFICE)
                .setParameter("since", since)
                .getResultStream()
                .map(row -> news(Side.OFFICE, row, person[0], person[1], person[2]))
                .toList();
    }

    private static News news(Side side, Object[] row, Object person, Object email, Object language) {
        return new News(
                new PersonId((Long) person),
                (String) email,
                Language.of((String) language),
                new CompanyId((Long) row[0]),
                new ConversationId((Long) row[1]),
                side,
                (Long) row[2],
                ((Number) row[3]).longValue(),
                (ToldMarker) row[4]);
    }
}

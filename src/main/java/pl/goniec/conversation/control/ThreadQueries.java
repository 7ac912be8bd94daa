package pl.goniec.conversation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.ReaderRow;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Reads messages of conversations whose rights have been asked for before, or together with them. */
@Dependent
public class ThreadQueries {

    private static final String COLUMNS = """
            SELECT m.conversationId, m.position, m.side, m.sideNumber, m.authorId, p.fullName, m.authorRole, m.sentAt,
                   b.title, b.content, m.broadcastId, b.attachmentSetId
            FROM Message m JOIN Body b ON b.id = m.bodyId JOIN Person p ON p.id = m.authorId
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    AttachmentService attachments;

    /** Returns the messages from one position to another, both included, oldest first. */
    public List<MessageRow> between(Conversation conversation, Side reader, long first, long last) {
        var lines = lines(em.createQuery(
                        COLUMNS
                                + " WHERE m.conversationId = :id AND m.position BETWEEN :first AND :last ORDER BY m.position",
                        Object[].class)
                .setParameter("id", conversation.id().value())
                .setParameter("first", first)
                .setParameter("last", last));
        return rows(lines, reader, readers(conversation, reader, lines));
    }

    /** Returns the newest messages of a company over all its conversations, newest first. */
    public List<MessageRow> latest(CompanyId company, int count, AccessScope scope) {
        var lines = lines(em.createQuery(COLUMNS + """
                                 JOIN Conversation c ON c.id = m.conversationId
                                WHERE c.companyId = :company AND EXISTS (
                                    SELECT a FROM CompanyAccess a
                                    WHERE a.companyId = c.companyId AND a.personId = :caller AND a.side IN :sides)
                                ORDER BY m.sentAt DESC, m.position DESC
                                """, Object[].class)
                .setParameter("company", company.value())
                .setParameter("caller", scope.person().value())
                .setParameter("sides", scope.sides())
                .setMaxResults(count));
        return rows(lines, Side.OFFICE, Map.of());
    }

    /** Returns where the side's n-th message stands, if there is one. */
    public Optional<Long> position(ConversationId conversation, Side side, long number) {
        return em.createQuery("""
                        SELECT m.position FROM Message m
                        WHERE m.conversationId = :id AND m.side = :side AND m.sideNumber = :number
                        """, Long.class)
                .setParameter("id", conversation.value())
                .setParameter("side", side)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Returns how many messages the side has up to a position, which is the sum of both sides' numbers: its message has one of them. */
    public long numberAt(Conversation conversation, Side side, long position) {
        long last = Math.min(position, conversation.length());
        return em.createQuery("""
                        SELECT m.side, m.sideNumber FROM Message m
                        WHERE m.conversationId = :id AND m.position = :position
                        """, Object[].class)
                .setParameter("id", conversation.id().value())
                .setParameter("position", last)
                .getResultStream()
                .findFirst()
                .map(row -> row[0] == side ? (long) row[1] : last - (long) row[1])
                .orElse(0L);
    }

    /** Returns the set of files of a message that has this file. */
    public Optional<Long> attachmentSet(MessageId message, AttachmentId attachment) {
        return em.createQuery("""
                        SELECT b.attachmentSetId FROM Message m
                        JOIN Body b ON b.id = m.bodyId
                        JOIN Attachment f ON f.setId = b.attachmentSetId
                        WHERE m.conversationId = :id AND m.position = :position AND f.id = :attachment
                        """, Long.class)
                .setParameter("id", message.conversation().value())
                .setParameter("position", message.position())
                .setParameter("attachment", attachment.value())
                .getResultStream()
                .findFirst();
    }

    /** Tells whether the draft has become a message of this person. */
    public boolean wasSent(DraftId draft, PersonId author) {
        return em.createQuery(
                                "SELECT COUNT(m) FROM Message m WHERE m.draftId = :draft AND m.authorId = :author",
                                Long.class)
                        .setParameter("draft", draft.value())
                        .setParameter("author", author.value())
                        .getSingleResult()
                > 0;
    }

    /** First readings of the own side's messages by persons of the other side, by number. */
    private Map<Long, List<ReaderRow>> readers(Conversation conversation, Side side, List<Line> lines) {
        var own = lines.stream()
                .filter(line -> line.side == side)
                .mapToLong(line -> line.sideNumber)
                .summaryStatistics();
        if (own.getCount() == 0) {
            return Map.of();
        }
        var readings = em.createQuery("""
                        SELECT r.personId, p.fullName, r.readUpTo, r.readAt
                        FROM Reading r JOIN Person p ON p.id = r.personId
                        WHERE r.conversationId = :id AND r.side = :readers AND r.readUpTo >= :min
                          AND (r.readUpTo <= :max OR r.readUpTo = (
                            SELECT MIN(s.readUpTo) FROM Reading s
                            WHERE s.conversationId = r.conversationId AND s.personId = r.personId AND s.side = r.side
                              AND s.readUpTo > :max))
                        ORDER BY r.readUpTo
                        """, Object[].class)
                .setParameter("id", conversation.id().value())
                .setParameter("min", own.getMin())
                .setParameter("max", own.getMax())
                .setParameter("readers", side.other())
                .getResultList();
        var byNumber = new HashMap<Long, List<ReaderRow>>();
        for (long number = own.getMin(); number <= own.getMax(); number++) {
            byNumber.put(number, firstReaders(readings, number));
        }
        return byNumber;
    }

    private static List<ReaderRow> firstReaders(List<Object[]> readings, long number) {
        var seen = new HashSet<Object>();
        var readers = new ArrayList<ReaderRow>();
        for (var reading : readings) {
            if ((Long) reading[2] >= number && seen.add(reading[0])) {
                readers.add(new ReaderRow((String) reading[1], (Instant) reading[3]));
            }
        }
        readers.sort((one, other) -> one.readAt().compareTo(other.readAt()));
        return readers;
    }

    private static List<Line> lines(TypedQuery<Object[]> query) {
        return query.getResultStream().map(Line::new).toList();
    }

    private List<MessageRow> rows(List<Line> lines, Side reader, Map<Long, List<ReaderRow>> readers) {
        var files = attachments.list(
                lines.stream().map(line -> line.attachmentSet).distinct().toList());
        return lines.stream()
                .map(line -> line.row(
                        reader,
                        files.getOrDefault(line.attachmentSet, List.of()),
                        line.side == reader ? readers.getOrDefault(line.sideNumber, List.of()) : List.of()))
                .toList();
    }

    /** A message as it comes from the database. */
    private static final class Line {

        private final MessageId id;
        private final Side side;
        private final long sideNumber;
        private final long author;
        private final String authorName;
        private final Role authorRole;
        private final Instant sentAt;
        private final String title;
        private final String text;
        private final Long broadcast;
        private final Long attachmentSet;

        Line(Object[] row) {
            id = new MessageId(new ConversationId((Long) row[0]), (Long) row[1]);
            side = (Side) row[2];
            sideNumber = (Long) row[3];
            author = (Long) row[4];
            authorName = (String) row[5];
            authorRole = (Role) row[6];
            sentAt = (Instant) row[7];
            title = (String) row[8];
            text = (String) row[9];
            broadcast = (Long) row[10];
            attachmentSet = (Long) row[11];
        }

        MessageRow row(Side reader, List<AttachmentRow> files, List<ReaderRow> readers) {
            return new MessageRow(
                    id,
                    side,
                    side == reader,
                    new PersonId(author),
                    authorName,
                    authorRole,
                    sentAt,
                    title,
                    text,
                    broadcast == null ? null : new BroadcastId(broadcast),
                    files,
                    readers);
        }
    }
}

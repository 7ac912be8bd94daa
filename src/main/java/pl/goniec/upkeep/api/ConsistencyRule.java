package pl.goniec.upkeep.api;

/**
 * What holds of the database at every moment, each with a statement in the words of both engines that returns one text for each
 * row that breaks it. Two are too much for a statement and have none: the bytes of the files, and the chain of the audit trail.
 */
public enum ConsistencyRule {
    CONTENT_SIZE("stored content is as long as its row says, in pieces without a gap", """
            SELECT c.hash FROM content c LEFT JOIN content_chunk k ON k.hash = c.hash
            GROUP BY c.hash, c.size
            HAVING c.size <> COALESCE(SUM(OCTET_LENGTH(k.bytes)), 0) OR COUNT(k.number) <> COALESCE(MAX(k.number) + 1, 0)
            """),
    CONTENT_HASH("the bytes of stored content have its SHA-256", ""),
    ATTACHMENT_SIZE("a file is as large as its content", """
            SELECT CAST(a.id AS VARCHAR) FROM attachment a LEFT JOIN content c ON c.hash = a.hash
            WHERE c.size IS DISTINCT FROM a.size
            """),
    SENT_FILES_SEALED("the files of what was sent are closed", """
            SELECT CAST(b.id AS VARCHAR) FROM body b JOIN attachment_set s ON s.id = b.attachment_set_id
            WHERE NOT s.sealed
            """),
    CLIENT_HAS_CONVERSATION("every client person of a company has a conversation", """
            SELECT m.company_id || '/' || m.person_id FROM membership m
            WHERE NOT EXISTS (
                SELECT 1 FROM conversation c WHERE c.company_id = m.company_id AND c.person_id = m.person_id)
            """),
    CONVERSATION_COUNTS("a conversation's counters are the numbers of its messages", """
            SELECT CAST(c.id AS VARCHAR) FROM conversation c LEFT JOIN (
                SELECT conversation_id, COUNT(CASE side WHEN 'OFFICE' THEN 1 END) AS office,
                       COUNT(CASE side WHEN 'CLIENT' THEN 1 END) AS client
                FROM message GROUP BY conversation_id) m ON m.conversation_id = c.id
            WHERE c.office_count <> COALESCE(m.office, 0) OR c.client_count <> COALESCE(m.client, 0)
            """),
    MESSAGE_POSITIONS("the messages of a conversation are numbered from 1 without a gap", """
            SELECT CAST(conversation_id AS VARCHAR) FROM message GROUP BY conversation_id
            HAVING MIN(position) <> 1 OR MAX(position) <> COUNT(*)
            """),
    SIDE_NUMBERS("the messages of each side are numbered from 1 without a gap", """
            SELECT conversation_id || '/' || side FROM message GROUP BY conversation_id, side
            HAVING MIN(side_number) <> 1 OR MAX(side_number) <> COUNT(*)
            """),
    LAST_SENT("a conversation knows when its last message was sent", """
            SELECT CAST(c.id AS VARCHAR) FROM conversation c
            LEFT JOIN message m ON m.conversation_id = c.id AND m.position = c.office_count + c.client_count
            WHERE c.last_sent_at IS DISTINCT FROM m.sent_at
            """),
    READ_MARKERS("nobody has read more than the other side has sent", """
            SELECT r.conversation_id || '/' || r.person_id FROM read_marker r JOIN conversation c ON c.id = r.conversation_id
            WHERE r.read_up_to < 0
               OR r.read_up_to > CASE r.side WHEN 'OFFICE' THEN c.client_count ELSE c.office_count END
            """),
    READINGS("no reading reaches beyond what the other side has sent", """
            SELECT r.conversation_id || '/' || r.person_id FROM reading r JOIN conversation c ON c.id = r.conversation_id
            WHERE r.read_up_to > CASE r.side WHEN 'OFFICE' THEN c.client_count ELSE c.office_count END
            """),
    TOLD_MARKERS("no letter has told of more than the other side has sent", """
            SELECT t.conversation_id || '/' || t.person_id FROM told_marker t JOIN conversation c ON c.id = t.conversation_id
            WHERE t.told_up_to < 0
               OR t.told_up_to > CASE t.side WHEN 'OFFICE' THEN c.client_count ELSE c.office_count END
            """),
    UNREAD("the unread number by markers is the number of unread messages", """
            SELECT r.conversation_id || '/' || r.person_id FROM read_marker r JOIN conversation c ON c.id = r.conversation_id
            WHERE CASE r.side WHEN 'OFFICE' THEN c.client_count ELSE c.office_count END - r.read_up_to <> (
                SELECT COUNT(*) FROM message m
                WHERE m.conversation_id = r.conversation_id AND m.side_number > r.read_up_to
                  AND m.side = CASE r.side WHEN 'OFFICE' THEN 'CLIENT' ELSE 'OFFICE' END)
            """),
    RECIPIENTS("a notice has a receipt for each of its recipients", """
            SELECT CAST(b.id AS VARCHAR) FROM broadcast b
            WHERE b.recipient_count <> (SELECT COUNT(*) FROM receipt r WHERE r.broadcast_id = b.id)
            """),
    CHUNKS("a part of a notice and its receipts are in the same state", """
            SELECT r.broadcast_id || '/' || r.chunk FROM receipt r
            LEFT JOIN broadcast_chunk k ON k.broadcast_id = r.broadcast_id AND k.number = r.chunk
            WHERE k.state IS DISTINCT FROM r.state GROUP BY r.broadcast_id, r.chunk
            UNION ALL
            SELECT k.broadcast_id || '/' || k.number FROM broadcast_chunk k
            WHERE NOT EXISTS (SELECT 1 FROM receipt r WHERE r.broadcast_id = k.broadcast_id AND r.chunk = k.number)
            """),
    WITHDRAWN("nothing of a notice that was withdrawn waits, and nothing of another one is cancelled", """
            SELECT k.broadcast_id || '/' || k.number FROM broadcast_chunk k JOIN broadcast b ON b.id = k.broadcast_id
            WHERE b.withdrawn_at IS NULL AND k.state = 'CANCELLED'
               OR b.withdrawn_at IS NOT NULL AND k.state IN ('PENDING', 'FAILED')
            """),
    DELIVERED("what a receipt calls delivered is the message of its number, with the notice's text", """
            SELECT r.broadcast_id || '/' || r.conversation_id FROM receipt r JOIN broadcast b ON b.id = r.broadcast_id
            LEFT JOIN message m ON m.broadcast_id = r.broadcast_id AND m.conversation_id = r.conversation_id
            WHERE r.state = 'DONE'
              AND (m.side IS DISTINCT FROM 'OFFICE' OR m.side_number IS DISTINCT FROM r.side_number OR m.body_id <> b.body_id)
            """),
    NOTICE_MESSAGES("a message of a notice has a receipt that calls it delivered", """
            SELECT m.conversation_id || '/' || m.position FROM message m
            WHERE m.broadcast_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM receipt r
                WHERE r.broadcast_id = m.broadcast_id AND r.conversation_id = m.conversation_id AND r.state = 'DONE')
            """),
    ONE_SIDE("nobody has rights on both sides of a company", """
            SELECT company_id || '/' || person_id FROM company_access GROUP BY company_id, person_id HAVING COUNT(*) > 1
            """),
    AUDIT_CHAIN("no row of the audit trail was changed or taken out since it was sealed", "");

    private final String promise;
    private final String statement;

    ConsistencyRule(String promise, String statement) {
        this.promise = promise;
        this.statement = statement;
    }

    /** Returns what the rule says, in a sentence. */
    public String promise() {
        return promise;
    }

    /** Returns a query for what breaks the rule, one text in each row; empty if there is none. */
    public String statement() {
        return statement;
    }
}

package pl.goniec.bench;

import java.util.List;

/**
 * Statements that let conversations run on by many messages, client and office in turns and everything read by everybody,
 * counted as the application would have counted.
 */
final class Volume {

    /** The first number of the texts that are made here; the application's sequence does not come that far. */
    private static final long TEXTS = 1_000_000_000L;

    private Volume() {}

    /**
     * Returns the statements for H2.
     *
     * @param which a condition on the conversation {@code c}
     * @param messages how many more in each, an even number
     */
    static List<String> onH2(String which, int messages) {
        return statements(which, messages, "SYSTEM_RANGE(1, " + messages + ") AS s(i)");
    }

    /** The same for all conversations of PostgreSQL, which is spared looking up every reference of millions of rows. */
    static List<String> onPostgres(int messages) {
        return statements("TRUE", messages, "GENERATE_SERIES(1, " + messages + ") AS s(i)").stream()
                .map("SET session_replication_role = replica; %s; RESET session_replication_role"::formatted)
                .toList();
    }

    private static List<String> statements(String which, int messages, String series) {
        int half = messages / 2;
        return List.of(
                """
                INSERT INTO body (id, content, attachment_set_id)
                SELECT %d + s.i, 'Wiadomość nr ' || s.i || ': proszę o odpowiedź do końca tygodnia.', (SELECT MIN(id) FROM attachment_set)
                FROM %s WHERE NOT EXISTS (SELECT 1 FROM body b WHERE b.id = %d + s.i)
                """.formatted(TEXTS, series, TEXTS),
                """
                INSERT INTO message (conversation_id, position, side, side_number, author_id, author_role, body_id, sent_at)
                SELECT c.id, c.office_count + c.client_count + s.i,
                       CASE WHEN MOD(s.i, 2) = 1 THEN 'CLIENT' ELSE 'OFFICE' END,
                       CASE WHEN MOD(s.i, 2) = 1 THEN c.client_count ELSE c.office_count END + (s.i + 1) / 2,
                       CASE WHEN MOD(s.i, 2) = 1 THEN c.person_id ELSE h.id END,
                       CASE WHEN MOD(s.i, 2) = 1 THEN 'ENTREPRENEUR' ELSE 'OFFICE_HEAD' END, %d + s.i, CURRENT_TIMESTAMP
                FROM conversation c CROSS JOIN %s CROSS JOIN (SELECT MIN(id) AS id FROM person WHERE office_position = 'HEAD') h
                WHERE %s
                """.formatted(TEXTS, series, which),
                """
                UPDATE conversation c SET client_count = client_count + %d, office_count = office_count + %d,
                       last_sent_at = CURRENT_TIMESTAMP, last_talk_at = CURRENT_TIMESTAMP, last_talk_side = 'OFFICE'
                WHERE %s
                """.formatted(half, half, which),
                """
                UPDATE read_marker SET read_up_to = read_up_to + %d
                WHERE conversation_id IN (SELECT c.id FROM conversation c WHERE %s)
                """.formatted(half, which),
                """
                INSERT INTO read_marker (conversation_id, person_id, side, read_up_to)
                SELECT c.id, p.id, CASE WHEN p.id = c.person_id THEN 'CLIENT' ELSE 'OFFICE' END, %d
                FROM conversation c JOIN person p ON p.id = c.person_id OR p.office_position IS NOT NULL
                WHERE %s AND NOT EXISTS (SELECT 1 FROM read_marker r WHERE r.conversation_id = c.id AND r.person_id = p.id)
                """.formatted(half, which),
                """
                INSERT INTO reading (conversation_id, person_id, side, read_up_to, read_at)
                SELECT r.conversation_id, r.person_id, r.side, r.read_up_to - 10 * s.i, CURRENT_TIMESTAMP
                FROM read_marker r JOIN conversation c ON c.id = r.conversation_id CROSS JOIN %s
                WHERE %s AND r.read_up_to > 10 * s.i AND 10 * s.i < %d AND NOT EXISTS (
                    SELECT 1 FROM reading g WHERE g.conversation_id = r.conversation_id AND g.person_id = r.person_id
                      AND g.side = r.side AND g.read_up_to = r.read_up_to - 10 * s.i)
                """.formatted(series, which, half));
    }
}

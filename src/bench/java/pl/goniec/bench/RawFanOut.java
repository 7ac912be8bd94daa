package pl.goniec.bench;

import java.sql.Connection;
import java.sql.SQLException;
import pl.goniec.fixture.world.Sql;

/**
 * A notice written by hand: exactly the rows that the application writes for its recipients, each kind for all of them by one
 * statement, everything in one transaction.
 */
final class RawFanOut {

    /** Ends the names of the companies that are the few among many. */
    static final String MARK = "Filia";

    static final String MARK_FEW =
            "UPDATE company SET name = name || ' Filia' WHERE id IN (SELECT id FROM company ORDER BY id LIMIT ?)";

    private final Connection connection;
    private final Sql sql;

    /** Prepares the recipients: everybody who would receive now, in a table of their own. */
    RawFanOut(Connection connection) {
        this.connection = connection;
        this.sql = Sql.on(connection);
        sql.change("""
                CREATE TABLE ready AS
                SELECT v.id AS conversation_id, v.company_id, v.person_id, c.name LIKE '%%%s' AS few
                FROM membership m
                JOIN person p ON p.id = m.person_id AND p.state = 'ACTIVE'
                JOIN conversation v ON v.company_id = m.company_id AND v.person_id = m.person_id
                JOIN company c ON c.id = m.company_id
                WHERE m.role = 'ENTREPRENEUR'
                """.formatted(MARK));
    }

    /** Adds a notice without recipients and returns its number. */
    static long broadcast(Sql sql) {
        long id = sql.number("SELECT MAX(id) + 1 FROM broadcast");
        sql.change("""
                INSERT INTO broadcast (id, draft_id, author_id, author_role, body_id, with_employees, accepted_at, company_count,
                                       recipient_count)
                SELECT ?, -id - ?, author_id, author_role, body_id, FALSE, accepted_at, company_count, recipient_count
                FROM broadcast WHERE id = (SELECT MIN(id) FROM broadcast)
                """, id, id);
        return id;
    }

    /** Writes a notice to all or to few of them and returns how many milliseconds the rows took with their commit. */
    double write(boolean few) throws SQLException {
        long id = broadcast(sql);
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        sql.change("""
                INSERT INTO receipt (broadcast_id, conversation_id, chunk, company_id, person_id, state)
                SELECT ?, conversation_id, 0, company_id, person_id, 'PENDING' FROM ready WHERE few OR NOT ?
                """, id, few);
        sql.change("""
                INSERT INTO message (conversation_id, position, side, side_number, author_id, author_role, body_id, broadcast_id,
                                     sent_at)
                SELECT v.id, v.office_count + v.client_count + 1, 'OFFICE', v.office_count + 1, b.author_id, b.author_role,
                       b.body_id, b.id, CURRENT_TIMESTAMP
                FROM broadcast b JOIN receipt r ON r.broadcast_id = b.id JOIN conversation v ON v.id = r.conversation_id
                WHERE b.id = ?
                """, id);
        sql.change("""
                UPDATE conversation SET office_count = office_count + 1, last_sent_at = CURRENT_TIMESTAMP
                WHERE id IN (SELECT conversation_id FROM ready WHERE few OR NOT ?)
                """, few);
        sql.change("""
                UPDATE receipt SET state = 'DONE', delivered_at = CURRENT_TIMESTAMP, side_number = (
                    SELECT v.office_count FROM conversation v WHERE v.id = receipt.conversation_id)
                WHERE broadcast_id = ?
                """, id);
        connection.commit();
        double millis = (System.nanoTime() - begin) / 1e6;
        connection.setAutoCommit(true);
        return millis;
    }
}

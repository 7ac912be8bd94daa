package pl.goniec.platform.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Many ids as one parameter, for {@code UNNEST(CAST(? AS BIGINT ARRAY))} in native statements. An {@code IN} list of thousands
 * costs more to parse than to run, and ends where the protocol counts its parameters in 16 bits; {@code = ANY(?)} makes H2
 * compare every row with every id. The statement must begin with the ids and look each of them up: joined from the other side
 * H2 opens the array again for each row.
 */
public final class IdArray {

    private IdArray() {}

    /** Returns the ids as a database array; a transaction must be active. */
    public static Array of(EntityManager em, Collection<Long> ids) {
        try {
            return em.unwrap(Connection.class).createArrayOf("BIGINT", ids.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

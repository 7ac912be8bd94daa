package pl.goniec.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection on which one statement may take as long as it does. The address of PostgreSQL bounds every wait for an answer, which
 * protects people, and would break off a statement over a whole table. Outside a transaction of the container's.
 */
public final class LongWork implements AutoCloseable {

    private final Connection connection;
    private final int usual;

    private LongWork(Connection connection) throws SQLException {
        this.connection = connection;
        this.usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
    }

    /** Opens a connection; it commits each statement by itself unless it is told otherwise. */
    @SuppressWarnings("resource") // closed with the work
    public static LongWork on(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            return new LongWork(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    public Connection connection() {
        return connection;
    }

    /** Gives the connection back as it was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }
}

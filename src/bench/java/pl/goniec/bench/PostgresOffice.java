package pl.goniec.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The same office on a PostgreSQL of its own, which ends with it. What it acknowledges is on the disk, as in a real one. */
final class PostgresOffice implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres running;

    private PostgresOffice(EmbeddedPostgres running) {
        this.running = running;
    }

    static PostgresOffice create(int companies, int chunkSize) throws IOException, SQLException {
        var office = new PostgresOffice(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
        var database = office.running.getPostgresDatabase();
        OfficeDatabase.migrate(database, "postgresql");
        try (var connection = database.getConnection()) {
            OfficeDatabase.fill(connection, companies, chunkSize);
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
        return office;
    }

    /** What a server has to be told to use it. */
    Map<String, String> settings() {
        return Map.of(
                "GONIEC_DB_DRIVER",
                "postgresql",
                "GONIEC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/postgres?reWriteBatchedInserts=true",
                "GONIEC_DB_USER",
                SUPERUSER,
                "GONIEC_DB_PASSWORD",
                SUPERUSER);
    }

    Connection open() throws SQLException {
        return open(SUPERUSER);
    }

    Connection open(String database) throws SQLException {
        return running.getDatabase(SUPERUSER, database).getConnection();
    }

    /** Makes the same again under another name, while nobody uses it. */
    void copy(String name) throws SQLException {
        try (var connection = running.getDatabase(SUPERUSER, "template1").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + SUPERUSER);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}

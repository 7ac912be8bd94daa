package pl.goniec.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** The same office on a PostgreSQL of its own, which ends with it; for reading only, for it does not wait for the disk. */
final class PostgresOffice implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres running;

    private PostgresOffice(EmbeddedPostgres running) {
        this.running = running;
    }

    static PostgresOffice create(int companies, int chunkSize) throws IOException, SQLException {
        var office = new PostgresOffice(EmbeddedPostgres.start());
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

    @Override
    public void close() throws IOException {
        running.close();
    }
}

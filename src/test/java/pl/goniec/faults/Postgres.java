package pl.goniec.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A private PostgreSQL cluster on a port of its own. What it acknowledges is on the disk, as in a real one: the embedded
 * PostgreSQL alone would not wait for it.
 */
final class Postgres implements AutoCloseable {

    private static final String NAME = "goniec";

    /** Below the ports of outgoing connections. */
    private static final int PORT = 18590;

    private final EmbeddedPostgres running;

    /** Makes a cluster in this folder, with an empty database and an account that owns it. */
    Postgres(Path data) throws IOException, SQLException {
        running = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPort(PORT)
                .start();
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE goniec LOGIN PASSWORD 'goniec'");
            statement.execute("CREATE DATABASE goniec OWNER goniec");
        }
    }

    /** What a server has to be told to use it. */
    Map<String, String> settings() {
        return Map.of(
                "GONIEC_DB_DRIVER",
                "postgresql",
                "GONIEC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + PORT
                        + "/goniec?reWriteBatchedInserts=true&connectTimeout=3&socketTimeout=30",
                "GONIEC_DB_USER",
                NAME,
                "GONIEC_DB_PASSWORD",
                NAME);
    }

    Connection open() throws SQLException {
        return running.getDatabase(NAME, NAME).getConnection();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}

package pl.goniec.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A private PostgreSQL cluster on a port of its own. What it acknowledges is on the disk, as in a real one: the embedded
 * PostgreSQL alone would not wait for it. It comes back on the same port with the same data.
 */
final class Postgres implements AutoCloseable {

    private static final String NAME = "goniec";
    private static final String PID = "postmaster.pid";
    private static final String WITH_PASSWORD = "host goniec goniec 127.0.0.1/32 scram-sha-256\n";

    /** Below the ports of outgoing connections: one of those could take its place while it is down. */
    private static final int PORT = 18590;

    private final Path data;
    private EmbeddedPostgres running;

    /** Makes a cluster in this folder, with an empty database and an account that owns it. */
    Postgres(Path data) throws IOException, SQLException {
        this.data = data;
        start();
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE goniec LOGIN PASSWORD 'goniec'");
            statement.execute("CREATE DATABASE goniec OWNER goniec");
        }
    }

    /** What a server has to be told to use it. */
    Map<String, String> settings() {
        return settings(PORT);
    }

    /** The same, to reach it through this port. */
    static Map<String, String> settings(int port) {
        return Map.of(
                "GONIEC_DB_DRIVER",
                "postgresql",
                "GONIEC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + port
                        + "/goniec?sslmode=disable&reWriteBatchedInserts=true&connectTimeout=3&socketTimeout=30",
                "GONIEC_DB_USER",
                NAME,
                "GONIEC_DB_PASSWORD",
                NAME);
    }

    /** Returns the address for PostgreSQL's own tools. */
    static String uri() {
        return "postgresql://goniec:goniec@127.0.0.1:" + PORT + "/goniec?sslmode=disable";
    }

    static int port() {
        return PORT;
    }

    Connection open() throws SQLException {
        return running.getDatabase(NAME, NAME).getConnection();
    }

    /** Asks the application's account for its password, as a real one does, or lets it in without, as the tests' own usually does. */
    void wantPassword(boolean wanted) throws IOException, SQLException {
        var rules = data.resolve("pg_hba.conf");
        var others = Files.readString(rules).replace(WITH_PASSWORD, "");
        Files.writeString(rules, wanted ? WITH_PASSWORD + others : others);
        try (var connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Starts it, with its recovery if it was stopped hard. */
    void start() throws IOException {
        running = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPort(PORT)
                .start();
    }

    /** Stops it as {@code pg_ctl stop -m immediate} does: every connection dies in the middle of what it does. */
    void stopHard() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve(PID)).get(0));
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
        postmaster.onExit().join();
        running.close();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}

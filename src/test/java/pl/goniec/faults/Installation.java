package pl.goniec.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Sql;

/** Goniec as an office runs it: the packaged server, and its database of either kind, with the demonstration's companies. */
final class Installation implements AutoCloseable {

    static final String HEAD = "szef@biuro.example";

    private final Engine engine;
    private final ChildServer server;
    private final Postgres postgres;
    private final Map<String, String> settings = new HashMap<>();

    /** Prepares an installation of so many companies; whatever an earlier one of this name left is deleted. */
    Installation(String name, Engine engine, int companies) throws IOException, SQLException {
        this.engine = engine;
        server = new ChildServer(name, settings);
        postgres = engine == Engine.H2 ? null : new Postgres(server.base().resolve("postgresql"));
        settings.put("GONIEC_DEMO", "true");
        settings.put("GONIEC_DEMO_COMPANIES", String.valueOf(companies));
        if (postgres != null) {
            settings.putAll(postgres.settings());
        }
    }

    /** Changes a variable of the environment, from the next start on. */
    Installation with(String variable, Object value) {
        settings.put(variable, String.valueOf(value));
        return this;
    }

    ChildServer server() {
        return server;
    }

    void start() throws IOException {
        server.start();
    }

    PageUser logIn(String email) throws IOException, InterruptedException {
        return PageUser.loggedIn(server.address(), email);
    }

    /** Returns one number of the database; H2 can be asked only while the server is down. */
    long count(String sql, Object... values) throws SQLException {
        try (var connection = open()) {
            return Sql.on(connection).number(sql, values);
        }
    }

    /** Returns the first column of all rows; H2 can be asked only while the server is down. */
    List<String> texts(String sql, Object... values) throws SQLException {
        try (var connection = open()) {
            return Sql.on(connection).texts(sql, values);
        }
    }

    /** Returns the addresses of so many entrepreneurs with one company each; H2 can be asked only while the server is down. */
    List<String> clients(int number) throws SQLException {
        return texts("""
            SELECT MIN(p.email) FROM person p JOIN membership m ON m.person_id = p.id AND m.role = 'ENTREPRENEUR'
            WHERE p.state = 'ACTIVE' GROUP BY p.id HAVING COUNT(*) = 1 ORDER BY p.id LIMIT ?
            """, number);
    }

    /** Returns how many notices have not exactly one message for each recipient, as their ledgers say. */
    long wrongLedgers() throws SQLException {
        return count("""
            SELECT COUNT(*) FROM broadcast b WHERE b.recipient_count <> (
                SELECT COUNT(*) FROM receipt r WHERE r.broadcast_id = b.id AND r.state = 'DONE')
              OR b.recipient_count <> (SELECT COUNT(*) FROM receipt r WHERE r.broadcast_id = b.id)
              OR b.recipient_count <> (SELECT COUNT(*) FROM message m WHERE m.broadcast_id = b.id)
              OR b.recipient_count <> (
                SELECT COUNT(*) FROM receipt r JOIN message m ON m.conversation_id = r.conversation_id
                  AND m.broadcast_id = r.broadcast_id AND m.side_number = r.side_number
                WHERE r.broadcast_id = b.id)
            """);
    }

    /** Returns how many conversations have counters that are not the numbers of their messages. */
    long wrongCounters() throws SQLException {
        return count("""
            SELECT COUNT(*) FROM conversation c LEFT JOIN (
              SELECT conversation_id, COUNT(CASE side WHEN 'OFFICE' THEN 1 END) AS office,
                     COUNT(CASE side WHEN 'CLIENT' THEN 1 END) AS client
              FROM message GROUP BY conversation_id) m ON m.conversation_id = c.id
            WHERE c.office_count <> COALESCE(m.office, 0) OR c.client_count <> COALESCE(m.client, 0)
            """);
    }

    @Override
    public void close() throws IOException {
        server.stop();
        if (postgres != null) {
            postgres.close();
        }
    }

    private Connection open() throws SQLException {
        return engine == Engine.H2 ? server.database() : postgres.open();
    }
}

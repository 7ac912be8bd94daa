package pl.goniec.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Sql;

/** Goniec as an office runs it: the packaged server, and its database of either kind, with the demonstration's companies. */
final class Installation implements AutoCloseable {

    static final String HEAD = "szef@biuro.example";

    private static final String BROKER = "/subsystem=messaging-activemq/server=default";

    private static final Pattern JOB = Pattern.compile("job-xml-name=([a-z0-9-]+)");

    private final Engine engine;
    private final ChildServer server;
    private final Postgres postgres;
    private final Map<String, String> settings = new HashMap<>();

    /** Prepares an installation of so many companies; whatever an earlier one of this name left is deleted. */
    Installation(String name, Engine engine, int companies) throws IOException, SQLException {
        this(name, engine, companies, Map.of());
    }

    /**
     * The same, with some of its folders elsewhere: {@code data} has an H2 file and the broker's journal, {@code postgresql} the
     * cluster.
     */
    Installation(String name, Engine engine, int companies, Map<String, Path> elsewhere)
            throws IOException, SQLException {
        this.engine = engine;
        server = new ChildServer(name, settings);
        for (var folder : elsewhere.entrySet()) {
            Files.createSymbolicLink(server.base().resolve(folder.getKey()), folder.getValue());
        }
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

    /** Lets the server reach PostgreSQL through another port. */
    Installation through(int port) {
        settings.putAll(Postgres.settings(port));
        return this;
    }

    ChildServer server() {
        return server;
    }

    Postgres postgres() {
        return postgres;
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

    /** Returns name and SHA-256 of each file in all messages with this text, of the bytes that the database holds. */
    List<String> files(String text) throws SQLException {
        var digests = new TreeMap<String, MessageDigest>();
        try (var connection = open();
                var files = connection.prepareStatement("""
                    SELECT a.id, a.file_name, c.bytes FROM message m JOIN body b ON b.id = m.body_id
                    JOIN attachment a ON a.set_id = b.attachment_set_id JOIN content_chunk c ON c.hash = a.hash
                    WHERE b.content = ? ORDER BY m.conversation_id, m.position, a.id, c.number
                    """)) {
            files.setString(1, text);
            try (var rows = files.executeQuery()) {
                while (rows.next()) {
                    digests.computeIfAbsent(rows.getString(1) + " " + rows.getString(2), file -> Upload.digest())
                            .update(rows.getBytes(3));
                }
            }
        }
        return digests.entrySet().stream()
                .map(file -> file.getKey().split(" ", 2)[1] + " "
                        + HexFormat.of().formatHex(file.getValue().digest()))
                .toList();
    }

    /** Returns the addresses of so many entrepreneurs with one company each; H2 can be asked only while the server is down. */
    List<String> clients(int number) throws SQLException {
        return texts("""
            SELECT MIN(p.email) FROM person p JOIN membership m ON m.person_id = p.id AND m.role = 'ENTREPRENEUR'
            WHERE p.state = 'ACTIVE' GROUP BY p.id HAVING COUNT(*) = 1 ORDER BY p.id LIMIT ?
            """, number);
    }

    /** Returns tax numbers of companies, each with the address of one of its entrepreneurs; H2 can be asked only while the server is down. */
    List<String> addressees(int number) throws SQLException {
        return texts("""
            SELECT c.nip || ' ' || MIN(p.email) FROM company c
            JOIN membership m ON m.company_id = c.id AND m.role = 'ENTREPRENEUR' AND m.left_at IS NULL
            JOIN person p ON p.id = m.person_id AND p.state = 'ACTIVE'
            WHERE c.active GROUP BY c.nip ORDER BY c.nip LIMIT ?
            """, number);
    }

    /** Returns how many messages have this text. */
    long messages(String text) throws SQLException {
        return count("SELECT COUNT(*) FROM message m JOIN body b ON b.id = m.body_id WHERE b.content = ?", text);
    }

    /** Cuts every connection of the application to the broker and lets it accept no other. */
    void stopBroker() throws IOException, InterruptedException {
        server.manage(BROKER + "/in-vm-acceptor=in-vm:stop");
    }

    void startBroker() throws IOException, InterruptedException {
        server.manage(BROKER + "/in-vm-acceptor=in-vm:start");
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

    /** Returns how many messages the broker could not deliver. */
    long deadLetters() throws IOException, InterruptedException {
        return messagesIn("GoniecDLQ");
    }

    /** Returns how many messages are in a queue of the broker, those too that wait for their next try. */
    long messagesIn(String queue) throws IOException, InterruptedException {
        return number(BROKER + "/jms-queue=" + queue + ":read-attribute(name=message-count)");
    }

    /** Returns how many messages in a queue of the broker the selector chooses. */
    long messagesIn(String queue, String selector) throws IOException, InterruptedException {
        return number(BROKER + "/jms-queue=" + queue + ":count-messages(filter=\"" + selector + "\")");
    }

    private long number(String operation) throws IOException, InterruptedException {
        var said = server.manage(operation);
        var number = Pattern.compile("\"result\" => ([0-9]+)L").matcher(said);
        if (!number.find()) {
            throw new IOException(said);
        }
        return Long.parseLong(number.group(1));
    }

    /** How an operator's job ended: COMPLETED or FAILED, and what it said. */
    record Job(String status, String exit) {}

    /** Starts a job by its recipe in the runbook, as an operator does, and waits for its end. */
    Job job(String recipe) throws IOException, InterruptedException {
        var batch = "/deployment=goniec.war/subsystem=batch-jberet";
        var start = String.join("\n", Runbook.recipe(recipe));
        var name = JOB.matcher(start)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        var id = result(server.manage(start)).replaceAll("[^0-9]", "");
        var execution = batch + "/job=" + name + "/execution=" + id + ":read-attribute(name=";
        var end = Instant.now().plus(Duration.ofMinutes(5));
        while (Instant.now().isBefore(end)) {
            var status = result(server.manage(execution + "batch-status)"));
            if (!status.startsWith("START")) {
                return new Job(status, result(server.manage(execution + "exit-status)")));
            }
            Pause.of(Duration.ofSeconds(1));
        }
        throw new IOException("The job " + name + " does not end");
    }

    /** Does a recipe of the runbook on the server's command line, and returns what that says. */
    String does(String recipe) throws IOException, InterruptedException {
        return server.manage(Runbook.recipe(recipe).toArray(String[]::new));
    }

    private static String result(String said) throws IOException {
        var result = Pattern.compile("\"result\" => (.*)\\}", Pattern.DOTALL).matcher(said);
        if (!result.find()) {
            throw new IOException(said);
        }
        return result.group(1).strip().replace("\"", "");
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

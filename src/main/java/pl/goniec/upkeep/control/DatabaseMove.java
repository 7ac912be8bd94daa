package pl.goniec.upkeep.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pl.goniec.upkeep.api.UpkeepRefused;

/**
 * Copies every row of a Goniec on H2 into the empty database of a Goniec on PostgreSQL, as it is: ids, files, history. All or nothing,
 * in one transaction. The tables are locked against writing first, and the sequences are set above every id of the source before the
 * first row is copied, so that nothing that the running application writes can come between.
 */
public final class DatabaseMove {

    private static final System.Logger LOG = System.getLogger(DatabaseMove.class.getName());

    private static final int ROWS_AT_ONCE = 1000;
    private static final long BYTES_AT_ONCE = 4L << 20;
    private static final String ALL = " FROM ";

    private final Connection source;
    private final Connection target;
    private final TargetTables tables;

    /** Copies from one open database into another. */
    public DatabaseMove(Connection source, Connection target) {
        this.source = source;
        this.target = target;
        this.tables = new TargetTables(target);
    }

    /**
     * Copies everything and commits.
     *
     * @return how many rows each table has now, in the order in which they were filled
     * @throws UpkeepRefused when the source is of another version or the target is not as new
     */
    public Map<String, Long> move() throws SQLException {
        requireSameVersion();
        target.setAutoCommit(false);
        try {
            var copied = copyAll();
            target.commit();
            return copied;
        } finally {
            target.rollback();
            target.setAutoCommit(true);
        }
    }

    private void requireSameVersion() throws SQLException {
        var old = versions(source);
        var own = versions(target);
        if (!old.equals(own)) {
            throw new UpkeepRefused("The H2 file has the schema version " + last(old) + ", this Goniec " + last(own)
                    + ". Start this Goniec once on the H2 file, which brings it up to date, and move then.");
        }
    }

    private static String last(List<String> versions) {
        return versions.isEmpty() ? "of another application" : versions.get(versions.size() - 1);
    }

    private static List<String> versions(Connection connection) throws SQLException {
        return Lines.of(connection, """
                SELECT "version" FROM "flyway_schema_history" WHERE "success" = TRUE AND "version" IS NOT NULL
                ORDER BY "installed_rank"
                """);
    }

    private Map<String, Long> copyAll() throws SQLException {
        var names = tables.inOrder();
        execute(
                target,
                names.stream()
                        .map(DatabaseMove::own)
                        .collect(Collectors.joining(", ", "LOCK TABLE ", " IN SHARE ROW EXCLUSIVE MODE")));
        requireEmpty(names);
        startSequences();
        execute(source, "SET LAZY_QUERY_EXECUTION 1");
        var copied = new LinkedHashMap<String, Long>();
        for (var table : names) {
            copied.put(table, copy(table));
            LOG.log(System.Logger.Level.INFO, "Moved {0}: {1} rows", table, copied.get(table));
        }
        for (var table : names) {
            if (count(target, own(table)) != copied.get(table) || count(source, old(table)) != copied.get(table)) {
                throw new IllegalStateException("Not all rows of " + table + " arrived");
            }
        }
        execute(target, "ANALYZE");
        return copied;
    }

    private void requireEmpty(List<String> names) throws SQLException {
        for (var table : names) {
            if (!Lines.of(target, "SELECT 1 FROM " + own(table) + " LIMIT 1").isEmpty()) {
                throw notNew("its table " + table + " has rows");
            }
        }
        for (var used : Lines.of(
                target,
                "SELECT sequencename FROM pg_sequences WHERE schemaname = CURRENT_SCHEMA AND last_value IS NOT NULL")) {
            throw notNew("numbers of " + used + " are in use");
        }
    }

    private static UpkeepRefused notNew(String reason) {
        return new UpkeepRefused("The PostgreSQL database is not new: " + reason
                + ". Make an empty one, and let nobody reach Goniec before everything is moved: another GONIEC_HTTP_PORT and"
                + " GONIEC_HTTPS_PORT, and GONIEC_MAIL=false.");
    }

    /** A sequence is not part of a transaction: what the application takes from now on is above all that is moved. */
    private void startSequences() throws SQLException {
        for (var sequence :
                Lines.of(target, "SELECT sequencename FROM pg_sequences WHERE schemaname = CURRENT_SCHEMA")) {
            var next = Lines.of(
                    source,
                    "SELECT base_value FROM information_schema.sequences WHERE sequence_name = '"
                            + sequence.toUpperCase(Locale.ROOT) + "'");
            execute(target, "SELECT SETVAL('" + sequence + "', " + next.get(0) + ", FALSE)");
        }
    }

    private long copy(String table) throws SQLException {
        var columns = tables.columns(table);
        var select = columns.stream().map(DatabaseMove::old).collect(Collectors.joining(", "));
        var insert = columns.stream().map(DatabaseMove::own).collect(Collectors.joining(", "));
        var places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (var from = source.prepareStatement("SELECT " + select + ALL + old(table));
                var rows = from.executeQuery();
                var to = target.prepareStatement(
                        "INSERT INTO " + own(table) + " (" + insert + ") VALUES (" + places + ")")) {
            return copy(rows, to, columns.size());
        }
    }

    /** Pieces of files are large: a few are written at once, small rows many. */
    private static long copy(ResultSet rows, PreparedStatement to, int columns) throws SQLException {
        long copied = 0;
        int waiting = 0;
        long bytes = 0;
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                var value = rows.getObject(column);
                to.setObject(column, value);
                bytes += value instanceof byte[] piece ? piece.length : 0;
            }
            to.addBatch();
            copied++;
            waiting++;
            if (waiting == ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) {
                to.executeBatch();
                waiting = 0;
                bytes = 0;
            }
        }
        to.executeBatch();
        return copied;
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(
                Lines.of(connection, "SELECT COUNT(*)" + ALL + table).get(0));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns a name as H2 knows it. */
    private static String old(String name) {
        return '"' + name.toUpperCase(Locale.ROOT) + '"';
    }

    /** Returns a name as PostgreSQL knows it. */
    private static String own(String name) {
        return '"' + name + '"';
    }
}

package pl.goniec.demo.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Collects rows and inserts them in batches, table after table. Rows that refer to each other are added in any order between
 * two calls of {@link #flushIfMany()}.
 *
 * <p>Ids come from the application's sequences a block at a time, as the application itself takes them: a sequence's value is
 * the last id of its block. So nothing collides and nothing has to be put right afterwards.
 */
final class Rows implements AutoCloseable {

    private static final int MANY = 2_000;
    private static final int BLOCK = 50;

    private final Connection connection;
    private final Map<Table, PreparedStatement> inserts = new EnumMap<>(Table.class);
    private final Map<String, Long> lastIds = new HashMap<>();
    private int waiting;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** Adds a row: values in the order of the table's columns. */
    void add(Table table, Object... values) throws SQLException {
        var insert = inserts.get(table);
        if (insert == null) {
            insert = connection.prepareStatement(table.insert());
            inserts.put(table, insert);
        }
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, asColumn(values[i]));
        }
        insert.addBatch();
        waiting++;
    }

    private static Object asColumn(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** Returns the next id of the sequence. */
    long id(String sequence) throws SQLException {
        var last = lastIds.getOrDefault(sequence, 0L);
        var id = last % BLOCK == 0 ? firstOfBlock(sequence) : last + 1;
        lastIds.put(sequence, id);
        return id;
    }

    private long firstOfBlock(String sequence) throws SQLException {
        try (var query = connection.prepareStatement("SELECT nextval('" + sequence + "')");
                var result = query.executeQuery()) {
            result.next();
            return result.getLong(1) - BLOCK + 1;
        }
    }

    void flushIfMany() throws SQLException {
        if (waiting >= MANY) {
            flush();
        }
    }

    void flush() throws SQLException {
        for (var insert : inserts.values()) {
            insert.executeBatch();
        }
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        for (var insert : inserts.values()) {
            insert.close();
        }
    }
}

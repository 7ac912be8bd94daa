package pl.goniec.upkeep.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which tables PostgreSQL has and how they hang together, read from the database itself: a table added later is not forgotten. */
final class TargetTables {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    TargetTables(Connection connection) {
        this.connection = connection;
    }

    /** Returns the tables so that each comes after those to which it refers. */
    List<String> inOrder() throws SQLException {
        var refersTo = new LinkedHashMap<String, Set<String>>();
        for (var table : names()) {
            refersTo.put(table, references(table));
        }
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < refersTo.size()) {
            int before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (ordered.containsAll(others)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables refer to each other in a ring: " + refersTo.keySet());
            }
        }
        return List.copyOf(ordered);
    }

    /** Returns the columns of a table that are written; what the database calculates is left out. */
    List<String> columns(String table) throws SQLException {
        try (var rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            var columns = new ArrayList<String>();
            while (rows.next()) {
                if (!"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))) {
                    columns.add(rows.getString("COLUMN_NAME"));
                }
            }
            return columns;
        }
    }

    private List<String> names() throws SQLException {
        try (var rows =
                connection.getMetaData().getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                if (!HISTORY.equals(rows.getString("TABLE_NAME"))) {
                    names.add(rows.getString("TABLE_NAME"));
                }
            }
            return names;
        }
    }

    private Set<String> references(String table) throws SQLException {
        try (var rows = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            var others = new LinkedHashSet<String>();
            while (rows.next()) {
                others.add(rows.getString("PKTABLE_NAME"));
            }
            others.remove(table);
            return others;
        }
    }
}

package pl.goniec.journey;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pl.goniec.fixture.world.Sql;

/**
 * What the rows of the database looked like at one moment, to see which tables somebody has changed since. Seals, letters and the
 * numbers of events follow by themselves. Of tables whose rows the database lets nobody change, their number says it all.
 */
final class Footprint {

    private static final String TABLES = """
            SELECT LOWER(table_name) FROM information_schema.tables
            WHERE LOWER(table_schema) = 'public' AND table_type = 'BASE TABLE'
              AND LOWER(table_name) NOT IN ('content_chunk', 'audit_seal', 'letter', 'told_marker', 'company_event', 'flyway_schema_history')
            """;

    private static final Set<String> APPEND_ONLY = Set.of("message", "body", "reading", "audit_event");

    private final Sql sql;
    private final Map<String, Long> tables;

    Footprint(Sql sql) {
        this.sql = sql;
        this.tables = read(sql);
    }

    /** Returns the tables that have changed. */
    Set<String> changed() {
        var now = read(sql);
        var changed = new TreeSet<>(now.keySet());
        changed.removeIf(table -> now.get(table).equals(tables.get(table)));
        return changed;
    }

    private static Map<String, Long> read(Sql sql) {
        var all = new TreeMap<String, Long>();
        for (var table : sql.texts(TABLES)) {
            all.put(
                    table,
                    APPEND_ONLY.contains(table)
                            ? sql.number("SELECT COUNT(*) FROM " + table)
                            : sql.fingerprint("SELECT * FROM " + table));
        }
        return all;
    }
}

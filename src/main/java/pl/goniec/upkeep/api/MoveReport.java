package pl.goniec.upkeep.api;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was moved from one database to another.
 *
 * @param rows in each table, in the order in which the tables were filled
 */
public record MoveReport(Map<String, Long> rows) implements Serializable {

    public MoveReport {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return "Moved " + total() + " rows in " + rows.size() + " tables: " + rows;
    }
}

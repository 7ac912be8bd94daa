package pl.goniec.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses UPDATE and DELETE of a row on H2, which has no procedural language; PostgreSQL does the same with a function
 * of its own. H2 finds the class by the name in the migration, through the class loader of the thread that writes.
 */
public class AppendOnlyTrigger implements Trigger {

    private String table;

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (oldRow != null) {
            throw new SQLException("table " + table + " is append-only");
        }
    }
}

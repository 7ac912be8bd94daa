package pl.goniec.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The version of the schema: which one this application has brought up to date, and which one a database has. */
@ApplicationScoped
public class SchemaVersion {

    private volatile String expected;

    void migrated(String version) {
        expected = version;
    }

    /** Returns the version that the database had when this application was ready. */
    public Optional<String> expected() {
        return Optional.ofNullable(expected);
    }

    /** Returns the version that the database has now, as Flyway has noted it. */
    public static Optional<String> found(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                        SELECT "version" FROM "flyway_schema_history"
                        WHERE "success" = TRUE AND "version" IS NOT NULL ORDER BY "installed_rank" DESC LIMIT 1
                        """);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}

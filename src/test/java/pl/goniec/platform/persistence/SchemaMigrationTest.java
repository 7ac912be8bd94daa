package pl.goniec.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.TestDatabases;

/** The start of the application on a database of PostgreSQL. */
class SchemaMigrationTest {

    private static void migrate(DataSource database) {
        new Beans(null)
                .with(DataSource.class, database)
                .get(SchemaMigration.class)
                .migrate();
    }

    private static boolean hasTables(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE"})) {
            return tables.next();
        }
    }

    @Test
    void anEmptyDatabaseIsFilled() throws SQLException {
        var database = TestDatabases.emptyPostgresql("UTF8");

        migrate(database);

        assertThat(hasTables(database)).isTrue();
    }

    @Test
    void anotherEncodingIsRefusedBeforeAnythingIsMade() throws SQLException {
        var database = TestDatabases.emptyPostgresql("LATIN2");

        assertThatThrownBy(() -> migrate(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LATIN2")
                .hasMessageContaining("createdb -O goniec -E UTF8 -T template0 goniec");

        assertThat(hasTables(database)).isFalse();
    }
}

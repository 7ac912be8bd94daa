package pl.goniec.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date when the application starts. Every other start-up bean that touches the database depends on
 * this one; when it fails, the application does not start at all, and the log says why in one line.
 *
 * <p>Transactions are the bean's own, that is, Flyway's: a migration commits by itself.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class SchemaMigration {

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private DataSource database;

    @PostConstruct
    void migrate() {
        try {
            String vendor = vendor();
            var result = Flyway.configure(getClass().getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            LOG.log(
                    Level.INFO,
                    "Database ready: {0}, {1} migrations applied now, schema version {2}",
                    vendor,
                    result.migrationsExecuted,
                    result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion);
        } catch (SQLException | FlywayException e) {
            String message =
                    "Goniec does not start: the database cannot be opened or its schema cannot be brought up to date. "
                            + "Check GONIEC_DB_URL, GONIEC_DB_USER and GONIEC_DB_PASSWORD; if an H2 file is damaged, restore the last "
                            + "backup. Reason: " + e.getMessage();
            LOG.log(Level.ERROR, message);
            throw new IllegalStateException(message, e);
        }
    }

    private String vendor() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        }
    }
}

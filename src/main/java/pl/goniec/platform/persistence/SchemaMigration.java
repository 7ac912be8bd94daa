package pl.goniec.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import pl.goniec.platform.config.RefusedStart;

/**
 * Brings the schema up to date when the application starts. Every other start-up bean that touches the database depends on
 * this one; when it fails, the application does not start at all, and the log says why in one line.
 *
 * <p>Transactions are the bean's own, that is, Flyway's: a migration commits by itself.
 */
@Singleton
@Startup
@DependsOn("SettingsCheck")
@TransactionManagement(TransactionManagementType.BEAN)
@DenyAll
public class SchemaMigration {

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

    private static final String ENCODING = "UTF8";

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private DataSource database;

    @Inject
    private SchemaVersion schema;

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
            var version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
            schema.migrated(version);
            LOG.log(
                    Level.INFO,
                    "Database ready: {0}, {1} migrations applied now, schema version {2}",
                    vendor,
                    result.migrationsExecuted,
                    version);
        } catch (SQLException | FlywayException e) {
            throw RefusedStart.because(
                    "the database cannot be opened or its schema cannot be brought up to date. Check GONIEC_DB_URL, GONIEC_DB_USER "
                            + "and GONIEC_DB_PASSWORD; if an H2 file is damaged, restore the last backup. Reason: "
                            + e.getMessage(),
                    e);
        }
    }

    private String vendor() throws SQLException {
        try (Connection connection = database.getConnection()) {
            var vendor = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            if (vendor.equals("postgresql")) {
                requireUtf8(connection);
            }
            return vendor;
        }
    }

    /** Another encoding has no place for some letters that people write, and would refuse their messages one by one. */
    private static void requireUtf8(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW server_encoding")) {
            rows.next();
            var encoding = rows.getString(1);
            if (!encoding.equals(ENCODING)) {
                throw RefusedStart.because(
                        "the PostgreSQL database has the encoding " + encoding + ", and Goniec needs " + ENCODING
                                + ". Make it anew: createdb -O goniec -E " + ENCODING + " -T template0 goniec",
                        null);
            }
        }
    }
}

package pl.goniec.demo.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.demo.control.DemoData;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.Passwords;

/**
 * Loads the demonstration data in one transaction into a database that has no office yet, if the setting says so. A database
 * with an office is left alone: what somebody did in the demonstration survives a restart.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@DenyAll
public class DemoStart {

    private static final System.Logger LOG = System.getLogger(DemoStart.class.getName());

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    Passwords passwords;

    @PostConstruct
    void load() {
        if (!settings.isDemo()) {
            return;
        }
        try (var connection = database.getConnection()) {
            if (DemoData.isWanted(connection)) {
                var data = new DemoData(settings.demoCompanies(), settings.fanOutChunk(), Instant.now());
                data.load(connection, passwords.hashOfPublic(DemoAccount.PASSWORD.toCharArray()));
                LOG.log(Level.INFO, "Demonstration data loaded: {0} companies", settings.demoCompanies());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The demonstration data could not be loaded", e);
        }
    }
}

package pl.goniec.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import pl.goniec.platform.persistence.SchemaVersion;

/**
 * {@code migrations}: the schema is the one that this application has brought up to date. It is not where an older backup was put
 * in its place, or another node has begun with a later version of Goniec.
 */
@Readiness
@ApplicationScoped
public class MigrationsReadiness implements HealthCheck {

    private static final String NONE = "none";

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private DataSource database;

    @Inject
    private SchemaVersion version;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("migrations");
        var expected = version.expected().orElse(NONE);
        response.withData("expected", expected);
        try (var connection = database.getConnection()) {
            var found = SchemaVersion.found(connection).orElse(NONE);
            return response.withData("found", found)
                    .status(found.equals(expected))
                    .build();
        } catch (SQLException e) {
            return response.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}

package pl.goniec.upkeep.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import pl.goniec.upkeep.api.FiguresTaken;
import pl.goniec.upkeep.control.FigureQueries;

/** Looks what waits in the database, so that an operator's tools need not ask it themselves. */
@Stateless
@DenyAll
@TransactionAttribute(NOT_SUPPORTED)
public class FiguresService {

    private static final System.Logger LOG = System.getLogger(FiguresService.class.getName());

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    DataSource database;

    @Inject
    Event<FiguresTaken> taken;

    /** Takes the figures and tells them; a database that does not answer is told too. */
    @RolesAllowed(SYSTEM)
    public void take() {
        try (var connection = database.getConnection()) {
            var figures = new FigureQueries(connection).figures(Instant.now());
            LOG.log(Level.DEBUG, "What waits: {0}", figures);
            taken.fire(new FiguresTaken(Optional.of(figures)));
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The database does not say what waits", e);
            taken.fire(new FiguresTaken(Optional.empty()));
        }
    }
}

package pl.goniec.upkeep.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import pl.goniec.audit.boundary.SealService;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.persistence.LongWork;
import pl.goniec.upkeep.api.ConsistencyReport;
import pl.goniec.upkeep.api.ConsistencyRule;
import pl.goniec.upkeep.api.Finding;
import pl.goniec.upkeep.api.MoveReport;
import pl.goniec.upkeep.api.UpkeepRefused;
import pl.goniec.upkeep.control.Backup;
import pl.goniec.upkeep.control.BackupOutcome;
import pl.goniec.upkeep.control.ConsistencyQueries;
import pl.goniec.upkeep.control.DatabaseMove;

/** Looks after the database as a whole. No transaction of the container's lasts as long as that may take. */
@Stateless
@DenyAll
@TransactionAttribute(NOT_SUPPORTED)
public class UpkeepService {

    private static final System.Logger LOG = System.getLogger(UpkeepService.class.getName());

    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    SealService seals;

    @Inject
    BackupOutcome outcome;

    /** Checks every rule on every row and says the result in the log. It reads every file, and stands in nobody's way. */
    @RolesAllowed(SYSTEM)
    public ConsistencyReport check() {
        try (var work = LongWork.on(database)) {
            var queries = new ConsistencyQueries(work.connection());
            var findings = new ArrayList<>(queries.findings());
            var chain = seals.check();
            if (!chain.sound()) {
                var place = chain.fault() == null ? "unsealed" : chain.fault() + " " + chain.number();
                findings.add(new Finding(ConsistencyRule.AUDIT_CHAIN, Math.max(1, chain.unsealed()), List.of(place)));
            }
            var report = new ConsistencyReport(ConsistencyRule.values().length, queries.files(), findings);
            LOG.log(report.sound() ? Level.INFO : Level.ERROR, report.toString());
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be checked", e);
        }
    }

    /**
     * Writes a backup of H2 into the folder of the settings and returns the file.
     *
     * @throws UpkeepRefused on PostgreSQL, which has tools of its own
     */
    @RolesAllowed(SYSTEM)
    public Path backup() {
        try (var work = LongWork.on(database)) {
            if (!Backup.isFor(work.connection())) {
                throw new UpkeepRefused("Goniec runs on PostgreSQL, which is backed up by its own tools:"
                        + " pg_dump -Fc --file=goniec.dump goniec, and back by pg_restore; see the README.");
            }
            return write(work.connection());
        } catch (SQLException e) {
            throw new UpkeepRefused("No backup: the database does not answer: " + e.getMessage(), e);
        }
    }

    private Path write(Connection connection) {
        var now = Instant.now();
        try {
            var file = backups().write(connection, now);
            outcome.written();
            LOG.log(Level.INFO, "Backup written: {0}", file);
            return file;
        } catch (SQLException | IOException e) {
            outcome.failed(now);
            throw new UpkeepRefused(
                    "No backup could be written into " + settings.backupDir() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the backup of the night, on H2 only, once its hour has passed: also when the server stood still at that hour. What goes
     * wrong is an error in the log, and is tried again after an hour.
     */
    @RolesAllowed(SYSTEM)
    public void backupWhenDue() {
        try {
            if (isBackupDue()) {
                backup();
            }
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "No backup: the database does not answer", e);
        } catch (UpkeepRefused e) {
            LOG.log(Level.ERROR, e.getMessage(), e);
        }
    }

    private boolean isBackupDue() throws SQLException {
        var now = ZonedDateTime.now(ZoneId.systemDefault());
        var hour = settings.backupHour();
        if (hour.isEmpty()
                || outcome.failedAt()
                        .filter(failed -> failed.isAfter(now.toInstant().minus(AFTER_A_FAILURE)))
                        .isPresent()) {
            return false;
        }
        try (var connection = database.getConnection()) {
            return Backup.isFor(connection) && backups().due(hour.getAsInt(), now);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The backups cannot be looked at", e);
            return true;
        }
    }

    private Backup backups() {
        return new Backup(settings.backupDir(), settings.backupsKept());
    }

    /**
     * Moves everything from the H2 file of the settings into this Goniec's new PostgreSQL.
     *
     * @throws UpkeepRefused when there is nothing to move or it cannot be moved; then nothing is changed
     */
    @RolesAllowed(SYSTEM)
    public MoveReport move() {
        var from = settings.moveFrom()
                .orElseThrow(() -> new UpkeepRefused("GONIEC_MOVE_FROM does not say which H2 file to move from."));
        try (var target = LongWork.on(database)) {
            if (Backup.isFor(target.connection())) {
                throw new UpkeepRefused("Goniec moves from H2 to PostgreSQL, and this one runs on H2.");
            }
            try (var source = open(from)) {
                var report = new MoveReport(new DatabaseMove(source, target.connection()).move());
                LOG.log(Level.INFO, report.toString());
                return report;
            }
        } catch (SQLException e) {
            throw new UpkeepRefused("Nothing was moved: " + e.getMessage(), e);
        }
    }

    private Connection open(Path file) throws SQLException {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + file + ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;MAX_COMPACT_TIME=0");
        h2.setUser(settings.moveUser());
        h2.setPassword(settings.movePassword());
        return h2.getConnection();
    }
}

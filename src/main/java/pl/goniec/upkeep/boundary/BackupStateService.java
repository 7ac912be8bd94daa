package pl.goniec.upkeep.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.upkeep.api.BackupState;
import pl.goniec.upkeep.api.BackupState.Keeper;
import pl.goniec.upkeep.control.Backup;
import pl.goniec.upkeep.control.BackupOutcome;

/** Tells the head of the office whether there are backups. Where they lie and why one failed is the operator's. */
@Stateless
@DenyAll
@RefusalsReported
public class BackupStateService {

    private static final System.Logger LOG = System.getLogger(BackupStateService.class.getName());

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    DataSource database;

    @Inject
    CallerScope caller;

    @Inject
    Settings settings;

    @Inject
    BackupOutcome outcome;

    /** Returns who sees to backups, and what became of the last ones. */
    @RolesAllowed(OFFICE_HEAD)
    public BackupState state() {
        caller.head();
        try (var connection = database.getConnection()) {
            if (!Backup.isFor(connection)) {
                return new BackupState(Keeper.OPERATOR, null, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
        return new BackupState(
                settings.backupHour().isPresent() ? Keeper.GONIEC : Keeper.NOBODY,
                newest().orElse(null),
                outcome.failedAt().orElse(null));
    }

    /** Tells whether the last try failed; it looks into no folder, which may lie on a disk that does not answer. */
    @RolesAllowed(OFFICE_HEAD)
    public boolean failed() {
        caller.head();
        return outcome.failedAt().isPresent();
    }

    private Optional<Instant> newest() {
        try {
            return new Backup(settings.backupDir(), settings.backupsKept()).newest(Instant.now());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The backups cannot be looked at", e);
            return Optional.empty();
        }
    }
}

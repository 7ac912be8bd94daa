package pl.goniec.upkeep.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.goniec.fixture.Beans;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.platform.config.SettingsOfTests;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.PersonId;
import pl.goniec.upkeep.api.BackupState;
import pl.goniec.upkeep.api.BackupState.Keeper;
import pl.goniec.upkeep.control.BackupOutcome;

/** The backup of a missed night is made up for, and the head sees whether there is one. */
class BackupStateServiceTest extends OnBothEngines {

    @TempDir
    private Path folder;

    private PersonId head;

    @BeforeEach
    void anOfficeWithAHead() {
        head = world.head("Szefowa Kopii");
    }

    private BackupState state(Path backups, String hour) {
        SettingsOfTests.withBackups(beans, backups, hour);
        return as(head, BackupStateService.class, BackupStateService::state);
    }

    private boolean failed() {
        return as(head, BackupStateService.class, BackupStateService::failed);
    }

    /** Returns upkeep of a file of H2's own, which remembers its outcome where the head looks. */
    private UpkeepService upkeep(Path backups) {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("goniec") + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0");
        var others = new Beans(em)
                .with(DataSource.class, database)
                .with(BackupOutcome.class, beans.get(BackupOutcome.class));
        SettingsOfTests.withBackups(others, backups, "2");
        return others.get(UpkeepService.class);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatIsDueIsMadeOnce() throws Exception {
        assumeTrue(engine.toString().equals("h2"));
        var backups = folder.resolve("kopie");
        assertThat(state(backups, "2")).isEqualTo(new BackupState(Keeper.GONIEC, null, null));
        var before = Instant.now().minusMillis(1);

        upkeep(backups).backupWhenDue();
        upkeep(backups).backupWhenDue();

        assertThat(files(backups)).hasSize(1);
        assertThat(state(backups, "2")).satisfies(state -> {
            assertThat(state.good()).isTrue();
            assertThat(state.last()).isBetween(before, Instant.now());
        });
    }

    @Test
    void aFailureIsToldUntilABackupComesThrough() throws Exception {
        assumeTrue(engine.toString().equals("h2"));
        var file = Files.writeString(folder.resolve("plik"), "x");
        assertThat(failed()).isFalse();

        upkeep(file.resolve("kopie")).backupWhenDue();

        assertThat(failed()).isTrue();
        assertThat(state(file.resolve("kopie"), "2").failedAt()).isNotNull();
        var backups = folder.resolve("kopie");
        upkeep(backups).backupWhenDue();
        assertThat(backups).as("not again at once").doesNotExist();
        upkeep(backups).backup();
        assertThat(failed()).isFalse();
    }

    @Test
    void whoTurnsBackupsOffIsShownIt() {
        assumeTrue(engine.toString().equals("h2"));

        assertThat(state(folder, "off")).isEqualTo(new BackupState(Keeper.NOBODY, null, null));
    }

    @Test
    void onPostgresqlTheyAreTheOperators() {
        assumeTrue(engine.toString().equals("postgresql"));
        SettingsOfTests.withBackups(beans, folder.resolve("kopie"), "2");

        beans.get(UpkeepService.class).backupWhenDue();

        assertThat(folder.resolve("kopie")).doesNotExist();
        assertThat(state(folder, "2")).isEqualTo(new BackupState(Keeper.OPERATOR, null, null));
    }

    @Test
    void whoIsTheHeadNoMoreSeesNothing() {
        world.sql().change("UPDATE person SET office_position = ? WHERE id = ?", OfficePosition.CARETAKER, head);

        assertThatThrownBy(() -> state(folder, "2")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(this::failed).isInstanceOf(ForbiddenException.class);
    }
}

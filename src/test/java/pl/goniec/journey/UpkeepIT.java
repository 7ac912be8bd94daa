package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import pl.goniec.platform.config.Settings;

/** What an operator starts: jobs that end with a sentence, and fail when what was asked for was not done. */
@ArquillianTest
class UpkeepIT {

    @Inject
    private Settings settings;

    @Resource(lookup = "java:jboss/datasources/GoniecDS")
    private DataSource database;

    private static JobExecution end(String job) {
        var operator = BatchRuntime.getJobOperator();
        long id = operator.start(job, new Properties());
        Journey.eventually(() -> {
            var status = operator.getJobExecution(id).getBatchStatus();
            return status != BatchStatus.STARTING && status != BatchStatus.STARTED;
        });
        return operator.getJobExecution(id);
    }

    private boolean isH2() throws SQLException {
        try (var connection = database.getConnection()) {
            return "H2".equals(connection.getMetaData().getDatabaseProductName());
        }
    }

    @Test
    void theCheckSaysWhatItFoundAndFailsAtAFault() {
        var check = end("consistency-check");

        assertThat(check.getExitStatus()).startsWith("The database is ");
        assertThat(check.getBatchStatus())
                .as(check.getExitStatus())
                .isEqualTo(
                        check.getExitStatus().startsWith("The database is consistent")
                                ? BatchStatus.COMPLETED
                                : BatchStatus.FAILED);
    }

    @Test
    void theBackupIsAFileOnH2AndRefusedOnPostgresql() throws Exception {
        var backup = end("backup");

        if (isH2()) {
            assertThat(backup.getBatchStatus()).as(backup.getExitStatus()).isEqualTo(BatchStatus.COMPLETED);
            var file = Path.of(backup.getExitStatus().substring("Backup written: ".length()));
            assertThat(file).hasParent(settings.backupDir()).isNotEmptyFile();
            Files.delete(file);
        } else {
            assertThat(backup.getBatchStatus()).isEqualTo(BatchStatus.FAILED);
            assertThat(backup.getExitStatus()).contains("pg_dump").contains("pg_restore");
        }
    }

    @Test
    void aMoveFromNowhereFailsAndTheCheckAfterItIsNotMade() {
        var move = end("move-from-h2");

        assertThat(move.getBatchStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(move.getExitStatus()).contains("GONIEC_MOVE_FROM").doesNotContain("The database is");
    }
}

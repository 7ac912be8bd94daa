package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A backup taken while people write and a notice is delivered is one moment of the office: restored into a new installation it passes
 * the consistency check, has every message that was acknowledged before it began, and finishes the notice.
 */
@Tag("faults")
class RestoredBackupIT {

    private static final int WRITERS = 5;
    private static final int FILE = 3_000_000;
    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(3);

    private RoundLog log;

    /** What was there before the backup began, and so must be in it. */
    private record Before(Instant began, Writers writers, Ledger notice, String text, Upload file) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("pl.goniec.faults.Figures#engines")
    void aBackupUnderLoadIsRestored(Engine engine) throws Exception {
        assumeTrue(engine == Engine.H2 || hasTools(), "pg_dump and pg_restore are not on the path");
        for (int round = 1; round <= Figures.rounds(); round++) {
            var random = new SplittableRandom(Figures.seed(round));
            log = new RoundLog("backup", engine, round, Figures.seed(round));
            var folder = Files.createDirectories(Path.of("target", "faults"));
            var backup = folder.resolve("backup-" + engine + "-" + round).toAbsolutePath();
            Before before;
            try (var office = new Installation("backed-up", engine, Figures.companies())) {
                before = work(engine, office, backup, random, "Kopia " + round + " z ziarnem " + Figures.seed(round));
            }
            try (var restored = new Installation("restored", engine, Figures.companies())) {
                restore(engine, backup, restored);
                isWhole(restored.with("GONIEC_DEMO", false), before);
            }
            log.put("bytes", Files.size(backup)).write();
            Files.delete(backup);
        }
    }

    /** Lets people write and a notice go out, and takes the backup in the middle of it. */
    private Before work(Engine engine, Installation office, Path backup, SplittableRandom random, String text)
            throws Exception {
        office.with("GONIEC_FANOUT_CHUNK", 50).start();
        office.server().stop();
        var clients = office.clients(WRITERS + 1);
        office.start();
        var file = Upload.random(random, "przed-kopia.txt", FILE);
        var window = office.logIn(clients.get(WRITERS)).windowToTheOffice();
        window.attach("reply", file);
        assertThat(window.press("reply:go:send", Map.of("reply:write:text", text))
                        .sent())
                .isTrue();
        var writers = new Writers(office, clients.subList(0, WRITERS), text + ",");
        writers.start();
        var start = Instant.now();
        Awaitility.await("everybody to write")
                .atMost(Duration.ofMinutes(1))
                .until(() -> writers.allAcknowledgedSince(start));
        var head = office.logIn(Installation.HEAD);
        var notice = Ledger.of(NoticeWindow.toEverybody(head).send(text + " do wszystkich"));
        Pause.of(Duration.ofMillis(random.nextInt(1500)));
        var began = Instant.now();
        backUp(engine, office, backup);
        var took = Duration.between(began, Instant.now());
        notice.awaitFinished(head, DELIVERED_WITHIN);
        writers.finish();
        log.put("backupMillis", took.toMillis())
                .put("acknowledgedBefore", writers.acknowledgedBefore(began).count())
                .put(
                        "acknowledgedAfter",
                        writers.clicks()
                                .filter(click -> click.at().isAfter(began.plus(took)))
                                .count());
        return new Before(began, writers, notice, text, file);
    }

    private void isWhole(Installation restored, Before before) throws Exception {
        restored.start();
        isConsistent(restored);
        before.notice().awaitFinished(restored.logIn(Installation.HEAD), DELIVERED_WITHIN);
        isConsistent(restored);
        restored.server().stop();
        assertThat(before.writers().lostBefore(before.began(), restored))
                .as("acknowledged before the backup began and not in it")
                .isZero();
        assertThat(before.writers().doubled(restored)).as("doubled").isZero();
        assertThat(restored.files(before.text())).containsExactly(before.file().described());
        assertThat(restored.wrongLedgers()).isZero();
        assertThat(restored.wrongCounters()).isZero();
    }

    private static void isConsistent(Installation goniec) throws Exception {
        var check = goniec.job("Check the database");
        assertThat(check.status()).as(check.exit()).isEqualTo("COMPLETED");
        assertThat(check.exit()).contains("is consistent");
    }

    private static void backUp(Engine engine, Installation office, Path backup) throws Exception {
        if (engine == Engine.POSTGRESQL) {
            run("pg_dump", "-Fc", "--file=" + backup, Postgres.uri());
            return;
        }
        var job = office.job("Back up H2");
        assertThat(job.status()).as(job.exit()).isEqualTo("COMPLETED");
        var written = Path.of(job.exit().substring("Backup written: ".length()));
        Files.copy(written, backup, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restore(Engine engine, Path backup, Installation office) throws Exception {
        if (engine == Engine.H2) {
            Restore.execute(
                    backup.toString(), office.server().base().resolve("data").toString(), "goniec");
        } else {
            run("pg_restore", "--single-transaction", "--no-owner", "--dbname=" + Postgres.uri(), backup.toString());
        }
    }

    private static boolean hasTools() throws InterruptedException {
        try {
            return new ProcessBuilder("pg_dump", "--version").start().waitFor() == 0
                    && new ProcessBuilder("pg_restore", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Arrays.toString(command) + said).isZero();
    }
}

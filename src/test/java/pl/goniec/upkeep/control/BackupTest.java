package pl.goniec.upkeep.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of an H2 file: whole, restorable, and no more of them than are to be kept. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    @TempDir
    private Path folder;

    private Connection open(Path place) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + place.resolve("goniec") + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0", "goniec", "goniec");
    }

    private List<String> written() throws IOException {
        try (var files = Files.list(folder.resolve("kopie"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBackupIsRestoredWithWhatWasCommittedBefore() throws Exception {
        try (var connection = open(folder);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE letter (text VARCHAR)");
            statement.execute("INSERT INTO letter VALUES ('zażółć')");
            var file = new Backup(folder.resolve("kopie"), 7).write(connection, NOW);
            statement.execute("INSERT INTO letter VALUES ('później')");

            assertThat(file.getFileName()).hasToString("goniec-20261128-020000-000.zip");
            try (var zip = new ZipFile(file.toFile())) {
                assertThat(zip.stream()).singleElement().hasToString("goniec.mv.db");
            }
            Restore.execute(file.toString(), folder.resolve("nowe").toString(), "goniec");
        }
        try (var connection = open(folder.resolve("nowe"))) {
            assertThat(Lines.of(connection, "SELECT text FROM letter")).containsExactly("zażółć");
        }
    }

    /** H2 once wrote backups that opened the first time and not the second (its issue 2752). */
    @Test
    void aBackupTakenUnderLoadOpensAgainAndAgain() throws Exception {
        var backups = new ArrayList<Path>();
        try (var connection = open(folder);
                var other = open(folder)) {
            connection.createStatement().execute("CREATE TABLE letter (number INT PRIMARY KEY, text VARCHAR)");
            var enough = new AtomicBoolean();
            var writer = new Thread(() -> write(other, enough));
            writer.start();
            for (int number = 0; number < 4; number++) {
                long written = 30L * (number + 1);
                Awaitility.await("some more rows")
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> rows(connection) > written);
                backups.add(new Backup(folder.resolve("kopie"), 7).write(connection, NOW.plusSeconds(number)));
            }
            enough.set(true);
            writer.join();
        }
        for (var backup : backups) {
            var place = folder.resolve("nowe-" + backup.getFileName());
            Restore.execute(backup.toString(), place.toString(), "goniec");
            for (int time = 1; time <= 4; time++) {
                try (var connection = open(place)) {
                    connection.createStatement().execute("INSERT INTO letter VALUES (" + -time + ", 'nowy')");
                    assertThat(Lines.of(connection, "SELECT COUNT(*) FROM letter WHERE number < 0"))
                            .containsExactly(String.valueOf(time));
                    assertThat(Lines.of(connection, "SELECT COUNT(*) - MAX(number) FROM letter WHERE number > 0"))
                            .containsExactly("0");
                }
            }
        }
    }

    private static long rows(Connection connection) throws SQLException {
        return Long.parseLong(
                Lines.of(connection, "SELECT COUNT(*) FROM letter").get(0));
    }

    /** Rows 1, 2, 3 and so on, each committed by itself, and one that changes all the time. */
    private static void write(Connection connection, AtomicBoolean enough) {
        try (var insert = connection.prepareStatement("INSERT INTO letter VALUES (?, ?)");
                var change = connection.prepareStatement("MERGE INTO letter KEY (number) VALUES (0, ?)")) {
            for (int number = 1; !enough.get(); number++) {
                insert.setInt(1, number);
                insert.setString(2, "x".repeat(number % 3000));
                insert.executeUpdate();
                change.setString(1, "y".repeat(number % 5000));
                change.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyElseOfTheMachineReadsABackup() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (var connection = open(folder)) {
            var seen = new ArrayList<String>();
            var file = new Backup(folder.resolve("kopie"), 7).write(noting(connection, seen), NOW);

            assertThat(seen).as("while it is written").containsExactly("rw-------");
            assertThat(rights(file)).isEqualTo("rw-------");
            assertThat(rights(file.getParent())).isEqualTo("rwx------");
        }
    }

    /** Notes the rights of the file into which the connection is about to write. */
    private static Connection noting(Connection connection, List<String> seen) {
        return (Connection) Proxy.newProxyInstance(
                BackupTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var statement = (PreparedStatement) method.invoke(connection, arguments);
                    return Proxy.newProxyInstance(
                            BackupTest.class.getClassLoader(),
                            new Class<?>[] {PreparedStatement.class},
                            (inner, call, values) -> {
                                if (call.getName().equals("setString")) {
                                    seen.add(rights(Path.of((String) values[1])));
                                }
                                return call.invoke(statement, values);
                            });
                });
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void theNewestStayAndNothingElseIsTouched() throws Exception {
        try (var connection = open(folder)) {
            var backup = new Backup(folder.resolve("kopie"), 2);
            backup.write(connection, NOW);
            Files.writeString(folder.resolve("kopie").resolve("goniec-moja.zip"), "x");
            Files.writeString(folder.resolve("kopie").resolve("notatki.txt"), "x");
            backup.write(connection, NOW.plus(Duration.ofDays(1)));
            backup.write(connection, NOW.plus(Duration.ofDays(2)));
        }
        assertThat(written())
                .containsExactly(
                        "goniec-20261129-020000-000.zip",
                        "goniec-20261130-020000-000.zip",
                        "goniec-moja.zip",
                        "notatki.txt");
    }

    @Test
    void aBackupIsDueOnceItsHourHasPassedWithoutOne() throws Exception {
        var backup = new Backup(folder.resolve("kopie"), 7);
        assertThat(backup.newest(Instant.MAX)).isEmpty();
        assertThat(backup.due(2, warsaw("2026-11-28T23:59"))).as("the first").isTrue();
        try (var connection = open(folder)) {
            backup.write(connection, warsaw("2026-11-28T02:00").toInstant());
        }
        Files.writeString(folder.resolve("kopie").resolve("goniec-20270101-000000-000.zip.part"), "x");

        assertThat(backup.newest(Instant.MAX))
                .hasValue(warsaw("2026-11-28T02:00").toInstant());
        assertThat(backup.due(2, warsaw("2026-11-28T01:00")))
                .as("its clock was ahead")
                .isTrue();
        assertThat(backup.due(2, warsaw("2026-11-28T02:00"))).isFalse();
        assertThat(backup.due(2, warsaw("2026-11-29T01:59"))).isFalse();
        assertThat(backup.due(2, warsaw("2026-11-29T02:00"))).isTrue();
        assertThat(backup.due(2, warsaw("2026-12-05T09:10")))
                .as("after days without the server")
                .isTrue();
        assertThat(backup.due(3, warsaw("2026-11-28T03:00"))).as("another hour").isTrue();
    }

    private static ZonedDateTime warsaw(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Warsaw"));
    }

    @Test
    void whatAKilledServerLeftUnfinishedGoesAfterADay() throws Exception {
        var now = Instant.now();
        Files.createDirectories(folder.resolve("kopie"));
        var old = Files.writeString(folder.resolve("kopie").resolve("goniec-1.zip.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(2))));
        Files.writeString(folder.resolve("kopie").resolve("goniec-2.zip.part"), "x");
        try (var connection = open(folder)) {
            new Backup(folder.resolve("kopie"), 2).write(connection, now);
        }
        assertThat(written()).hasSize(2).contains("goniec-2.zip.part");
    }
}

package pl.goniec.upkeep.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Writes the H2 database into a zip file while people work: one moment of it, everything that was acknowledged before. A file that has
 * its name is whole; while it is written it has another. It holds everything, so nobody reads it but the server's own account, and a
 * folder that is made for it is closed to others too.
 */
public final class Backup {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'goniec-'yyyyMMdd-HHmmss-SSS'.zip'").withZone(ZoneOffset.UTC);

    private static final Pattern WHOLE = Pattern.compile("goniec-[0-9]{8}-[0-9]{6}-[0-9]{3}\\.zip");
    private static final String UNFINISHED = ".part";
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    private final Path folder;
    private final int kept;

    /** Keeps the newest files of a folder, so many of them. */
    public Backup(Path folder, int kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /** Tells whether this is a database that is backed up here; PostgreSQL has tools of its own. */
    public static boolean isFor(Connection connection) throws SQLException {
        return "H2".equals(connection.getMetaData().getDatabaseProductName());
    }

    /** Returns when the newest file was begun; one from the future, of a clock that was ahead, does not count. */
    public Optional<Instant> newest(Instant now) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return backups().stream()
                .map(file -> NAME.parse(file.getFileName().toString(), Instant::from))
                .filter(begun -> !begun.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    /** Tells whether this hour of the day has passed, last night or before, and no backup was begun since. */
    public boolean due(int hour, ZonedDateTime now) throws IOException {
        var today = now.with(LocalTime.of(hour, 0));
        var last = (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
        return newest(now.toInstant()).filter(begun -> !begun.isBefore(last)).isEmpty();
    }

    /** Writes a file and returns it; older ones than are to be kept are deleted then, and not before. */
    public Path write(Connection connection, Instant now) throws SQLException, IOException {
        Files.createDirectories(folder, only("rwx------"));
        var file = folder.resolve(NAME.format(now));
        var part = Files.createFile(folder.resolve(file.getFileName() + UNFINISHED), only("rw-------"));
        try {
            try (var backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, part.toString());
                backup.execute();
            }
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        tidy(now);
        return file;
    }

    /** Returns these rights for a new file, where its disk knows such rights at all. */
    private FileAttribute<?>[] only(String rights) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private void tidy(Instant now) throws IOException {
        var backups = backups();
        for (var old : backups.subList(0, Math.max(0, backups.size() - kept))) {
            Files.delete(old);
        }
        for (var part : files(name -> name.endsWith(UNFINISHED))) {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(GIVEN_UP_AFTER))) {
                Files.delete(part);
            }
        }
    }

    private List<Path> backups() throws IOException {
        return files(WHOLE.asMatchPredicate());
    }

    /** Returns files by their names, which is the order in which they were written. */
    private List<Path> files(Predicate<String> name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}

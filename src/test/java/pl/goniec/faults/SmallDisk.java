package pl.goniec.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk that can be filled without harm: a file system of its own in a file, mounted while it is needed. Only root can do that. */
final class SmallDisk implements AutoCloseable {

    private static final long MEGABYTE = 1024 * 1024;

    private final Path image;
    private final Path mounted;
    private final Path filling;

    /** Makes an empty disk of so many megabytes below {@code target}. */
    SmallDisk(int megabytes) throws IOException {
        image = Path.of("target", "small-disk.img").toAbsolutePath();
        mounted = Files.createDirectories(Path.of("target", "small-disk").toAbsolutePath());
        filling = mounted.resolve("filling");
        Files.deleteIfExists(image);
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes * MEGABYTE);
        }
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        run("mount", "-o", "loop", image.toString(), mounted.toString());
    }

    /** Makes a folder on it. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(mounted.resolve(name));
    }

    /** Takes every byte that is left. */
    void fill() throws IOException {
        try (var file = new RandomAccessFile(filling.toFile(), "rw")) {
            for (int size = (int) MEGABYTE; size > 0; size /= 2) {
                while (appends(file, new byte[size])) {
                    // There was room for it.
                }
            }
        }
    }

    /** Gives them back. */
    void makeRoom() throws IOException {
        Files.delete(filling);
    }

    @Override
    public void close() throws IOException {
        run("umount", mounted.toString());
        Files.delete(image);
    }

    private static boolean appends(RandomAccessFile file, byte[] bytes) throws IOException {
        long end = file.length();
        try {
            file.seek(end);
            file.write(bytes);
            return true;
        } catch (IOException e) {
            file.setLength(end);
            return false;
        }
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}

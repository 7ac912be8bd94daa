package pl.goniec.demo.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files below {@code demo/} on the class path. */
final class Resource {

    private Resource() {}

    static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(Resource.class.getResourceAsStream("/demo/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines that say something: neither empty nor a comment. */
    static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}

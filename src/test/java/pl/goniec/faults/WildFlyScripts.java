package pl.goniec.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The scripts of {@code wildfly-config}, in the order in which the build runs them. */
final class WildFlyScripts {

    private static final Path FOLDER = Path.of("wildfly-config");
    private static final Pattern SCRIPT = Pattern.compile("<file name=\"([a-z]+\\.cli)\"/>");

    private WildFlyScripts() {}

    static List<Path> inOrder() throws IOException {
        return SCRIPT.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(script -> FOLDER.resolve(script.group(1)))
                .toList();
    }

    static String text(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

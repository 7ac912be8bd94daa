package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts of {@code wildfly-config} on the distribution's own configuration, without a running server. */
class ScriptsIT {

    private static final Path HOME = Path.of("target", "server").toAbsolutePath();
    private static final Path BASE = Path.of("target", "scripts").toAbsolutePath();
    private static final Path CONFIGURATION = BASE.resolve("configuration").resolve("goniec.xml");

    private static final String BEGIN = "embed-server --server-config=goniec.xml --std-out=discard";
    private static final String END = "stop-embedded-server";

    @BeforeEach
    void theDistributionsConfiguration() throws IOException {
        Files.createDirectories(CONFIGURATION.getParent());
        var original = HOME.resolve("standalone").resolve("configuration");
        for (var name : List.of(
                "application-users.properties",
                "application-roles.properties",
                "mgmt-users.properties",
                "mgmt-groups.properties",
                "logging.properties")) {
            Files.copy(original.resolve(name), CONFIGURATION.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(original.resolve("standalone-full.xml"), CONFIGURATION, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Runs scripts one after the other, with a reload around {@code server.cli} and its way back. */
    private static String after(List<Path> scripts) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        lines.add(BEGIN);
        for (var script : scripts) {
            boolean alone = script.endsWith("server.cli");
            lines.addAll(alone ? List.of(END, BEGIN) : List.of());
            lines.add(WildFlyScripts.text(script));
            lines.addAll(alone ? List.of(END, BEGIN) : List.of());
        }
        lines.add(END);
        var file = Files.write(BASE.resolve("all.cli"), lines);
        var builder = new ProcessBuilder(
                        HOME.resolve("bin").resolve("jboss-cli.sh").toString(), "--file=" + file)
                .redirectErrorStream(true);
        builder.environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + BASE);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readString(CONFIGURATION);
    }

    @Test
    void twiceIsOnceAndThereIsAWayBackAndForthAgain() throws Exception {
        var scripts = WildFlyScripts.inOrder();
        var wayBack = new ArrayList<Path>();
        scripts.forEach(script -> wayBack.add(script.resolveSibling("remove").resolve(script.getFileName())));
        Collections.reverse(wayBack);
        var built = Files.readString(
                HOME.resolve("standalone").resolve("configuration").resolve("goniec.xml"));

        assertThat(after(twice(scripts))).isEqualTo(built);
        assertThat(after(twice(wayBack))).doesNotContainIgnoringCase("goniec");
        assertThat(after(scripts).lines().sorted())
                .containsExactlyElementsOf(built.lines().sorted().toList());
    }

    private static List<Path> twice(List<Path> scripts) {
        var twice = new ArrayList<>(scripts);
        twice.addAll(scripts);
        return twice;
    }

    @Test
    void theBuildHasRunThemAll() throws Exception {
        try (var files = Files.list(Path.of("wildfly-config"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".cli")))
                    .containsExactlyInAnyOrderElementsOf(WildFlyScripts.inOrder());
        }
    }
}

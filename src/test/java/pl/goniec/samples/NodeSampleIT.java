package pl.goniec.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;

/** A program in Node sends a POWIADOMIENIE to a thousand companies over AMQP 1.0 and learns that it has reached everybody. */
class NodeSampleIT {

    private static final int COMPANIES = 1000;
    private static final int MINUTES = 3;
    private static final Pattern OUT_OF_REACH = Pattern.compile("EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT");
    private static final Path SAMPLE = Path.of("src", "samples", "node");
    private static final Path HERE = Path.of("target", "samples", "node");

    private static ChildServer server;

    @BeforeAll
    static void aServerAndAProgram() throws IOException, InterruptedException {
        Files.createDirectories(HERE);
        for (var file : List.of("package.json", "package-lock.json", "send-broadcast.js")) {
            Files.copy(SAMPLE.resolve(file), HERE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var installed = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
        assumeFalse(OUT_OF_REACH.matcher(installed.said()).find(), "npm's registry is out of reach");
        assertThat(installed.status()).as(installed.said()).isZero();
        server = new ChildServer(
                "node-sample", Map.of("GONIEC_DEMO", "true", "GONIEC_DEMO_COMPANIES", String.valueOf(COMPANIES)));
        server.start();
        server.addProgram("kadry", "Sekret-2026");
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.stop();
        }
    }

    /** What a process has said and how it ended. */
    private record Ended(int status, String said) {}

    private static Ended run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var said = HERE.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(HERE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " does not end");
        }
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private static Ended send(String password, String id, String text, String to, String wait)
            throws IOException, InterruptedException {
        return run(
                Map.of(
                        "GONIEC_USER",
                        "kadry",
                        "GONIEC_PASSWORD",
                        password,
                        "GONIEC_PORT",
                        String.valueOf(server.integratorsPort())),
                "node",
                "send-broadcast.js",
                id,
                text,
                to,
                wait);
    }

    @Test
    void aNoticeToAThousandCompaniesIsAcceptedAndFinished() throws Exception {
        var sent = send("Sekret-2026", "pierwsze", "Godziny pracy w piątek: do 13", "all", "wait");
        var again = send("Sekret-2026", "pierwsze", "Godziny pracy w piątek: do 13", "all", "");

        assertThat(again.said()).isEqualTo(sent.said().lines().findFirst().orElseThrow() + "\n");
        assertThat(sent.said()).contains("\"companies\":" + COMPANIES, "\"BroadcastFinished\"");
        assertThat(sent.status()).isZero();
    }

    @Test
    void aWrongCompanyOrAWrongPasswordIsSaid() throws Exception {
        var unknown = send("Sekret-2026", "drugie", "Godziny", "1234567890", "");
        var stranger = send("zgadywane", "trzecie", "Godziny", "all", "");

        assertThat(unknown.said()).contains("request.companyUnknown");
        assertThat(unknown.status()).isOne();
        assertThat(stranger.said()).contains("connection_error");
        assertThat(stranger.status()).isOne();
    }
}

package pl.goniec.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.Papers;

/** The samples send a POWIADOMIENIE to a thousand companies and learn that it has reached everybody. */
class SamplesIT {

    private static final int COMPANIES = 1000;
    private static final int MINUTES = 3;
    private static final String PASSWORD = "Sekret-2026";
    private static final Path TARGET = Path.of("target", "samples");
    private static final Path PROJECT = Path.of("");
    private static final String REQUESTS = "/subsystem=messaging-activemq/server=default/jms-queue=GoniecRequests";

    private static ChildServer server;

    @BeforeAll
    static void aServerAndAProgram() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        server = new ChildServer(
                "samples", Map.of("GONIEC_DEMO", "true", "GONIEC_DEMO_COMPANIES", String.valueOf(COMPANIES)));
        server.start();
        server.addProgram("kadry", PASSWORD);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.stop();
        }
    }

    /** Waits until so many requests wait. */
    private static void waiting(int requests) {
        Awaitility.await(requests + " requests")
                .atMost(Duration.ofMinutes(1))
                .until(() -> server.manage(REQUESTS + ":read-attribute(name=message-count)")
                        .contains("\"result\" => " + requests + "L"));
    }

    /** What a process has said and how it ended. */
    private record Ended(int status, String said) {}

    private static Process start(Path here, Path said, Map<String, String> environment, String... command)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(here.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended end(Process process, Path said) throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("The sample does not end");
        }
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private static Ended run(Path here, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var said = Files.createTempFile(TARGET, "said", ".txt");
        return end(start(here, said, environment, command), said);
    }

    @Nested
    class InJava {

        private static final String README = Papers.line(Papers.README, "Ask.java");

        /** The README's environment, but with the address of the tests' own server, and in the barest of locales. */
        private static Map<String, String> environment(String password) {
            return Map.of(
                    "GONIEC_USER",
                    "kadry",
                    "GONIEC_PASSWORD",
                    password,
                    "GONIEC_ADDRESS",
                    "remote+http://127.0.0.1:" + server.port(),
                    "LC_ALL",
                    "C");
        }

        private static Ended ask(String command) throws IOException, InterruptedException {
            return run(PROJECT, environment(PASSWORD), "sh", "-c", command);
        }

        private static String with(Path request) {
            return README.replace("src/samples/java/notice.json", request.toString())
                    .replace(" wait", "");
        }

        private static Path request(String name, String to) throws IOException {
            return Files.writeString(
                    TARGET.resolve(name + ".json"),
                    "{\"version\":1,\"requestId\":\"płace/%s\",\"text\":\"Lista płac\",\"companies\":%s}"
                            .formatted(name, to));
        }

        @Test
        void theCommandOfTheReadmeSendsANoticeToAllOnce() throws Exception {
            var sent = ask(README);
            var again = ask(README.replace(" wait", ""));

            assertThat(sent.said()).contains("\"companies\":" + COMPANIES, "\"BroadcastFinished\"");
            assertThat(sent.said().lines()).hasSize(2);
            assertThat(sent.status()).isZero();
            assertThat(again.said()).isEqualTo(sent.said().lines().findFirst().orElseThrow() + "\n");
            assertThat(again.status()).isZero();
        }

        @Test
        void aRefusalIsPrintedInPolishLettersAndIsAnotherEndThanNoAnswer() throws Exception {
            var refused = ask(with(request("nikt", "{\"tag\":\"nieużywany\"}")));
            var stranger = run(PROJECT, environment("zgadywane"), "sh", "-c", with(request("obcy", "\"all\"")));

            assertThat(refused.said()).contains("request.tagUnused", "\"płace/nikt\"", "Żadna");
            assertThat(refused.status()).isOne();
            assertThat(stranger.said()).startsWith("Goniec cannot be asked").hasLineCount(1);
            assertThat(stranger.status()).isEqualTo(3);
            assertThat(ask(with(Path.of("nothing.json"))).status()).isEqualTo(2);
        }

        @Test
        void whatIsNotAnsweredIsSentAgainAndDoneOnce() throws Exception {
            var said = TARGET.resolve("again.txt");
            server.manage(REQUESTS + ":pause");
            var asking = start(PROJECT, said, environment(PASSWORD), "sh", "-c", with(request("dwa-razy", "\"all\"")));
            waiting(2);
            server.manage(REQUESTS + ":resume");
            var ended = end(asking, said);

            assertThat(ended.said()).contains("No reply within", "\"outcome\":\"accepted\"");
            assertThat(ended.status()).isZero();
            assertThat(ask(with(request("dwa-razy", "\"all\""))).said())
                    .isEqualTo(ended.said().lines().skip(1).findFirst().orElseThrow() + "\n");
        }
    }

    @Nested
    class InNode {

        private static final Pattern OUT_OF_REACH = Pattern.compile("EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT");
        private static final Path SAMPLE = Path.of("src", "samples", "node");
        private static final Path HERE = TARGET.resolve("node");

        @BeforeAll
        static void itIsInstalled() throws IOException, InterruptedException {
            Files.createDirectories(HERE);
            for (var file : List.of("package.json", "package-lock.json", "send-broadcast.js")) {
                Files.copy(SAMPLE.resolve(file), HERE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            var installed = run(HERE, Map.of(), "npm", "ci", "--no-audit", "--no-fund");
            assumeFalse(OUT_OF_REACH.matcher(installed.said()).find(), "npm's registry is out of reach");
            assertThat(installed.status()).as(installed.said()).isZero();
        }

        private static Process starting(Path said, String password, String... arguments) throws IOException {
            var command = Arrays.copyOf(new String[] {"node", "send-broadcast.js"}, 2 + arguments.length);
            System.arraycopy(arguments, 0, command, 2, arguments.length);
            return start(
                    HERE,
                    said,
                    Map.of(
                            "GONIEC_USER",
                            "kadry",
                            "GONIEC_PASSWORD",
                            password,
                            "GONIEC_PORT",
                            String.valueOf(server.integratorsPort())),
                    command);
        }

        private static Ended send(String password, String... arguments) throws IOException, InterruptedException {
            var said = Files.createTempFile(TARGET, "said", ".txt");
            return end(starting(said, password, arguments), said);
        }

        @Test
        void whatIsNoRequestWaitsForWhatIsOne() throws Exception {
            var bad = TARGET.resolve("bad.txt");
            var good = TARGET.resolve("good.txt");
            String line;
            Process first;
            Process second;
            server.manage(REQUESTS + ":pause");
            try {
                first = starting(bad, PASSWORD, "zła", "Bez adresata", "niepip");
                waiting(1);
                second = starting(good, PASSWORD, "dobra", "Do wszystkich", "all");
                waiting(2);
                line = server.manage(REQUESTS + ":list-messages");
            } finally {
                server.manage(REQUESTS + ":resume");
            }

            assertThat(line.lines().filter(said -> said.contains("\"JMSPriority\"")))
                    .as(line)
                    .satisfiesExactly(
                            said -> assertThat(said).contains("4"),
                            said -> assertThat(said).contains("0"));
            assertThat(end(first, bad).said()).contains("request.field.pattern");
            assertThat(end(second, good).said()).contains("\"accepted\"");
        }

        @Test
        void aNoticeToAThousandCompaniesIsAcceptedAndFinished() throws Exception {
            var sent = send(PASSWORD, "pierwsze", "Godziny pracy w piątek: do 13", "all", "wait");
            var again = send(PASSWORD, "pierwsze", "Godziny pracy w piątek: do 13", "all");

            assertThat(again.said()).isEqualTo(sent.said().lines().findFirst().orElseThrow() + "\n");
            assertThat(sent.said()).contains("\"companies\":" + COMPANIES, "\"BroadcastFinished\"");
            assertThat(sent.status()).isZero();
        }

        @Test
        void aWrongCompanyOrAWrongPasswordIsSaid() throws Exception {
            var unknown = send(PASSWORD, "drugie", "Godziny", "1234567890");
            var stranger = send("zgadywane", "trzecie", "Godziny", "all");

            assertThat(unknown.said()).contains("request.companyUnknown");
            assertThat(unknown.status()).isOne();
            assertThat(stranger.said()).contains("connection_error");
            assertThat(stranger.status()).isOne();
        }
    }
}

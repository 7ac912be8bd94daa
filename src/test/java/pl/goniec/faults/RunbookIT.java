package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.server.Management;
import pl.goniec.fixture.server.Stomp;

/**
 * Each recipe of the runbook does what it says: its lines are read from the page and given to the server's command line. Only what
 * takes another server is tried elsewhere.
 */
class RunbookIT {

    private static final int COMPANIES = 60;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private static final Pattern SESSION = Pattern.compile("\"([A-Za-z0-9_-]{30,})\"");

    private static Installation goniec;
    private static ManagementAddress management;

    @BeforeAll
    static void anOffice() throws IOException, InterruptedException, SQLException {
        goniec = new Installation("runbook", Engine.POSTGRESQL, COMPANIES)
                .with("GONIEC_FANOUT_CHUNK", 1)
                .with("GONIEC_CONSUMERS", 1)
                .with("GONIEC_REDELIVERY_MILLIS", 50)
                .with("GONIEC_MAX_DELIVERIES", 2);
        goniec.start();
        management = new ManagementAddress(goniec.server());
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (goniec != null) {
            goniec.close();
        }
    }

    private static void eventually(String what, Callable<Boolean> holds) {
        Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    private static long copies(String state) throws SQLException {
        return goniec.count("SELECT COUNT(*) FROM receipt WHERE state = ?", state);
    }

    /** Delivers each part of a notice as slowly as on a machine that has much to do. */
    private static void sql(String... statements) throws SQLException {
        try (var connection = goniec.postgres().open();
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    private static void slowDown() throws SQLException {
        sql(
                "CREATE FUNCTION dawdle() RETURNS trigger AS 'BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END' LANGUAGE plpgsql",
                "CREATE TRIGGER dawdle AFTER INSERT ON message FOR EACH STATEMENT EXECUTE FUNCTION dawdle()");
    }

    private static void speedUp() throws SQLException {
        sql("DROP TRIGGER dawdle ON message", "DROP FUNCTION dawdle()");
    }

    @Test
    void everyRecipeIsTried() throws IOException {
        try (var sources = Files.walk(Path.of("src", "test", "java", "pl", "goniec", "faults"))) {
            var tests =
                    sources.filter(Files::isRegularFile).map(RunbookIT::text).collect(Collectors.joining());
            assertThat(Runbook.titles()).isNotEmpty().allMatch(title -> tests.contains('"' + title + '"'));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void pausingStopsDeliveryWithinSecondsAndResumingFinishesIt() throws Exception {
        var head = goniec.logIn(Installation.HEAD);
        slowDown();
        try {
            var notice = NoticeWindow.toEverybody(head);
            var ledger = Ledger.of(notice.send("Wysyłka z przerwą"));
            eventually("the first copies", () -> copies("PENDING") < notice.recipients() - 2);

            goniec.does("Pause sending");
            var paused = Instant.now();
            Pause.until(paused.plus(STOPS_WITHIN));
            long waiting = copies("PENDING");
            assertThat(waiting).as("still waiting after five seconds").isPositive();
            assertThat(goniec.does("List what waits")).contains("JMSMessageID");
            assertThat(copies("PENDING")).isEqualTo(waiting);
            eventually("the figure", () -> management.figure("goniec_fanout_pending_copies") == waiting);
            eventually(
                    "its age",
                    () -> management.figure("goniec_fanout_oldest_pending_seconds") > STOPS_WITHIN.toSeconds());

            goniec.does("Resume sending");
            ledger.awaitFinished(head, SOON);
        } finally {
            speedUp();
            goniec.does("Resume sending");
        }
        assertThat(goniec.wrongLedgers()).isZero();
        assertThat(goniec.wrongCounters()).isZero();
        eventually("the figure", () -> management.figure("goniec_fanout_pending_copies") == 0);
    }

    @Test
    void deadLettersMovedBackTwiceHaveOneEffect() throws Exception {
        var head = goniec.logIn(Installation.HEAD);
        goniec.server().addProgram(Program.NAME, Program.PASSWORD);
        var addressee = goniec.addressees(1).get(0).split(" ");
        var request = new Asked("martwe-1", "SendMessage", Asked.message("martwe-1", addressee[0], addressee[1]));
        sql("ALTER TABLE message ADD CONSTRAINT broken CHECK (FALSE) NOT VALID");
        try {
            try (var program = new Program(goniec, "martwe")) {
                program.send(request);
            }
            Ledger.of(NoticeWindow.toEverybody(head).send("Niedoręczone"));
            eventually(
                    "the dead letters",
                    () -> copies("PENDING") == 0 && goniec.deadLetters() > copies("FAILED") && requestsPutAside() == 1);
            long failed = copies("FAILED");
            assertThat(failed).isPositive();
            eventually("the figure", () -> management.figure("goniec_fanout_failed_copies") == failed);

            goniec.does("Replay dead letters");
            eventually("the dead letters again", () -> goniec.deadLetters() > failed && requestsPutAside() == 1);
        } finally {
            sql("ALTER TABLE message DROP CONSTRAINT broken");
        }
        goniec.does("Replay dead letters");
        eventually("every copy", () -> copies("DONE") == goniec.count("SELECT COUNT(*) FROM receipt"));
        try (var program = new Program(goniec, "martwe")) {
            program.readRepliesTo(List.of(request));
        }
        assertThat(goniec.messagesIn("GoniecReplies", "JMSCorrelationID = '" + request.correlation() + "'"))
                .as("further replies")
                .isZero();
        assertThat(goniec.messages(Asked.text(request.id()))).isOne();
        assertThat(goniec.deadLetters()).isZero();
        assertThat(goniec.wrongLedgers()).isZero();
        assertThat(goniec.wrongCounters()).isZero();
    }

    private static long requestsPutAside() throws IOException, InterruptedException {
        return goniec.messagesIn("GoniecDLQ", "goniec_reason IS NOT NULL");
    }

    @Test
    void aSessionIsEndedByItsNumber() throws Exception {
        var before = goniec.server().manage(Runbook.recipe("End a session").get(0));
        var head = goniec.logIn(Installation.HEAD);
        var session = sessions(
                        goniec.server().manage(Runbook.recipe("End a session").get(0)))
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        assertThat(head.read("/office/companies.xhtml")).contains("Lista firm");

        goniec.server()
                .manage(Runbook.recipe("End a session", Map.of("SESSION", session))
                        .get(1));

        assertThat(head.read("/office/companies.xhtml")).contains("login:email");
    }

    private static Stream<String> sessions(String said) {
        return SESSION.matcher(said).results().map(found -> found.group(1));
    }

    @Test
    void aSuspendedServerIsNotReadyAndComesBack() throws Exception {
        var head = goniec.logIn(Installation.HEAD);

        goniec.does("Suspend the server");
        assertThat(head.begin(head.request("/login.xhtml").build()).join().status())
                .isEqualTo(503);
        assertThat(management.health("ready").status()).isEqualTo(503);

        goniec.does("Resume the server");
        assertThat(head.read("/office/companies.xhtml")).contains("Lista firm");
        assertThat(management.health("ready").status()).isEqualTo(200);
    }

    @Test
    void theLogTellsMoreAndLess() throws Exception {
        var log = goniec.server().base().resolve("log").resolve("server.log");

        goniec.does("Make the log tell more");
        eventually("a line of detail", () -> Files.readString(log).contains("What waits"));
        goniec.does("Make the log tell less");

        assertThat(goniec.server().manage("/subsystem=logging:read-children-names(child-type=logger)"))
                .doesNotContain("pl.goniec");
    }

    @Test
    void aProgramsNewPasswordIsGoodAtOnce() throws Exception {
        changeUser("Change a program's password", "Pierwsze-2026");
        logsIn("Pierwsze-2026");

        changeUser("Change a program's password", "Drugie-2026");
        logsIn("Drugie-2026");
        assertThatThrownBy(() -> logsIn("Pierwsze-2026")).isInstanceOf(IOException.class);
    }

    private static void logsIn(String password) throws IOException {
        Stomp.at(goniec.server().integratorsPort(), "kadry", password).close();
    }

    private static void changeUser(String recipe, String password) throws IOException, InterruptedException {
        var line = Runbook.recipe(recipe, Map.of("NEW", password)).get(0);
        var words = line.replace("'", "").split(" ");
        assertThat(words[0]).isEqualTo("bin/add-user.sh");
        goniec.server().addUser(Arrays.copyOfRange(words, 1, words.length));
    }

    @Test
    void anOperatorsNewPasswordIsGoodAtOnce() throws Exception {
        changeUser("Change an operator's password", "Pierwsze-2026");
        assertThat(statusOfTheConsole("Pierwsze-2026")).isEqualTo(200);

        changeUser("Change an operator's password", "Drugie-2026");
        assertThat(statusOfTheConsole("Drugie-2026")).isEqualTo(200);
        assertThat(statusOfTheConsole("Pierwsze-2026")).isEqualTo(401);
    }

    private static int statusOfTheConsole(String password) throws IOException {
        return new Management(goniec.server().managementPort(), "admin", password)
                .get("/management?operation=attribute&name=server-state")
                .status();
    }

    @Test
    void theDatabaseIsChecked() throws Exception {
        var check = goniec.job("Check the database");

        assertThat(check.status()).as(check.exit()).isEqualTo("COMPLETED");
    }

    @Test
    void aStopLetsWorkEndAndTheRestGoesOnWithAnotherPasswordOfTheDatabase() throws Exception {
        var head = goniec.logIn(Installation.HEAD);
        var client = goniec.logIn("anna@zlotyklos.example");
        var window = client.windowToTheOffice();
        slowDown();
        try {
            var notice = NoticeWindow.toEverybody(head);
            var ledger = Ledger.of(notice.send("Wysyłka przez restart"));
            eventually("the first copies", () -> copies("PENDING") < notice.recipients() - 2);
            sql(
                    "CREATE FUNCTION linger() RETURNS trigger AS 'BEGIN PERFORM pg_sleep(4); RETURN NEW; END' LANGUAGE plpgsql",
                    "CREATE TRIGGER linger BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.side = 'CLIENT')"
                            + " EXECUTE FUNCTION linger()");
            var begun = client.begin(window.pressing("reply:go:send", Map.of("reply:write:text", "Przed restartem")));
            eventually(
                    "the request to be on its way",
                    () -> goniec.count("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                                    + " AND clock_timestamp() - query_start > INTERVAL '1 second'")
                            > 0);

            goniec.does("Stop the server");
            goniec.server().awaitEnd(SOON);

            assertThat(begun.join().sent()).isTrue();
            assertThat(copies("PENDING")).as("left for after the start").isPositive();
            sql("DROP TRIGGER linger ON message", "DROP FUNCTION linger()");
            changeDatabasePassword("Nowe-2026");
            goniec.start();
            goniec.postgres().wantPassword(false);
            ledger.awaitFinished(goniec.logIn(Installation.HEAD), SOON);
        } finally {
            speedUp();
        }
        assertThat(goniec.wrongLedgers()).isZero();
        assertThat(goniec.wrongCounters()).isZero();
    }

    /** Does what the recipe gives to psql, and lets nobody in from then on without the new password. */
    private static void changeDatabasePassword(String password) throws IOException, SQLException {
        var recipe = Runbook.recipe("Change the database's password", Map.of("NEW", password))
                .get(0);
        sql(recipe.substring(recipe.indexOf('"') + 1, recipe.lastIndexOf('"')));
        goniec.postgres().wantPassword(true);
        eventually("everybody to be asked for the password", () -> !opensWithout());
        goniec.with("GONIEC_DB_PASSWORD", password);
    }

    private static boolean opensWithout() {
        try (var connection = goniec.postgres().open()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}

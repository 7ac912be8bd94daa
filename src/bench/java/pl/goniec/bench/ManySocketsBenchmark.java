package pl.goniec.bench;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;
import pl.goniec.bench.WorkingDay.Present;
import pl.goniec.demo.api.DemoAccount;
import pl.goniec.fixture.ChildServer;
import pl.goniec.fixture.world.Sql;

/**
 * W7: 2,000 people who are logged in, each with the socket of his open page, and 50 page views a second on a schedule that does
 * not wait for the server. Beside it the same views one at a time while nobody else asks.
 */
class ManySocketsBenchmark {

    private static final int SOCKETS = 2_000;
    private static final int OFFICE = 40;
    private static final int AT_THE_DOOR = 4;
    private static final int VIEWS_PER_SECOND = 50;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 60;
    private static final int IDLE_VIEWS = 400;
    private static final int GOAL_MEGABYTES = 512;
    private static final double GOAL = 3;

    private static final String HEAD = "szef@biuro.example";
    private static final int CHEAP = 4;
    private static final int ANSWERED_WITHIN_SECONDS = 60;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** Clients who may log in, with a company and their conversation there. */
    private static final String PEOPLE = """
            SELECT p.email, MIN(c.company_id), MIN(c.id)
            FROM conversation c JOIN person p ON p.id = c.person_id
            WHERE p.state = 'ACTIVE' AND p.office_position IS NULL
            GROUP BY p.email ORDER BY p.email FETCH FIRST %d ROWS ONLY
            """.formatted(SOCKETS);

    /** One side of a socket: whether it is still open, and when it is answered. */
    private static final class Ear implements WebSocket.Listener {

        private final CompletableFuture<Void> answered = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            answered.complete(null);
            return WebSocket.Listener.super.onPong(socket, message);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            answered.completeExceptionally(new IOException("closed: " + status + " " + reason));
            return WebSocket.Listener.super.onClose(socket, status, reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable fault) {
            answered.completeExceptionally(fault);
        }
    }

    /** Somebody's socket and his end of it. */
    private record Line(WebSocket socket, Ear ear) {

        boolean isAnswered() throws InterruptedException {
            try {
                socket.sendPing(ByteBuffer.allocate(0)).get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
                ear.answered.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
                return true;
            } catch (ExecutionException | TimeoutException e) {
                System.out.println(e);
                return false;
            }
        }
    }

    private final List<Line> lines = new ArrayList<>();

    @Test
    @DisplayName("W7 two thousand open pages and fifty views a second")
    void twoThousandOpenPagesAndFiftyViewsASecond() throws Exception {
        var findings = new Findings("W7", "page views of 2,000 people with open sockets, ms");
        var database = OfficeDatabase.create("w7", SOCKETS, 2_000);
        List<String> people;
        try (var connection = database.open()) {
            var sql = Sql.on(connection);
            sql.change("UPDATE person SET password_hash = ? WHERE password_hash IS NOT NULL", cheapHash());
            people = sql.rows(PEOPLE);
        }
        var server = new ChildServer("bench-server", Map.of("GONIEC_DB_URL", database.url()));
        try {
            server.start();
            findings.sample("heap before anybody came, MB", megabytes(server));
            var office = enter(server, people.subList(0, OFFICE), true);
            var clients = enter(server, people.subList(OFFICE, SOCKETS), false);
            findings.sample("heap when all had come, MB", megabytes(server));
            var day = new WorkingDay(office, clients);
            day.onSchedule(VIEWS_PER_SECOND, WARM_UP_SECONDS);
            day.oneByOne(IDLE_VIEWS).forEach(millis -> findings.sample("one at a time", millis));
            day.onSchedule(VIEWS_PER_SECOND, SECONDS)
                    .forEach(millis -> findings.sample(VIEWS_PER_SECOND + " a second", millis));
            int silent = 0;
            for (var line : lines) {
                silent += line.isAnswered() ? 0 : 1;
            }
            findings.atMost("views refused and sockets silent of " + lines.size(), day.refused() + silent, 0);
            findings.atMost("heap after a collection, MB", megabytes(server), GOAL_MEGABYTES);
        } finally {
            server.stop();
        }
        findings.atMost(
                "p95, " + VIEWS_PER_SECOND + " a second / one at a time",
                findings.percentile(VIEWS_PER_SECOND + " a second", 95) / findings.percentile("one at a time", 95),
                GOAL);
        findings.publish();
    }

    /** Lets clients log in, a few at once, and open their page with its socket; or the head in their place, with his list. */
    private List<Present> enter(ChildServer server, List<String> clients, boolean asHead)
            throws InterruptedException, ExecutionException {
        var door = Executors.newFixedThreadPool(AT_THE_DOOR);
        try {
            var entering = clients.stream()
                    .map(row -> row.split("\\|"))
                    .map(client -> door.submit(() -> {
                        var caller = Visitors.call(server, asHead ? HEAD : client[0]);
                        open(caller, asHead ? "office/companies.xhtml" : "client/home.xhtml?company=" + client[1]);
                        return new Present(caller, client[1], client[2]);
                    }))
                    .toList();
            var present = new ArrayList<Present>();
            for (var one : entering) {
                present.add(one.get());
            }
            return present;
        } finally {
            door.shutdown();
        }
    }

    private void open(Caller caller, String path) throws IOException, InterruptedException {
        var ear = new Ear();
        var line = new Line(caller.listen(caller.get(path), ear).join(), ear);
        synchronized (lines) {
            lines.add(line);
        }
    }

    /** Returns what the server's heap holds right after it was collected, asked by the JDK's own command. */
    private static double megabytes(ChildServer server) throws IOException {
        command(server, "GC.run");
        var used = USED.matcher(command(server, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("no figure of the heap");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    private static String command(ChildServer server, String command) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The demonstration's password with the least work that the realm verifies: two thousand log-ins are not what is measured. */
    private static String cheapHash() throws GeneralSecurityException {
        var spec = new EncryptablePasswordSpec(
                DemoAccount.PASSWORD.toCharArray(),
                new IteratedSaltedPasswordAlgorithmSpec(CHEAP, new byte[BCryptPassword.BCRYPT_SALT_SIZE]));
        return ModularCrypt.encodeAsString(PasswordFactory.getInstance(
                        BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance())
                .generatePassword(spec));
    }
}

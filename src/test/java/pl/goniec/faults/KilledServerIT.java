package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R1. What was acknowledged is delivered once though the server dies: killed by its own pid at a random moment between the click on
 * WYŚLIJ and the last delivery, early ones more often. How long that takes is measured just before, with a notice that is left in
 * peace. Each round then kills the server once more, at rest, and counts.
 */
class KilledServerIT {

    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(3);
    private static final List<Integer> CHUNKS = List.of(10, 200, 2000);
    private static final Pattern TOTAL = Pattern.compile("\"total\":([0-9]+)");

    private Installation goniec;
    private RoundLog log;

    @ParameterizedTest(
            name = "S45 a notice reaches everybody once though the server is killed in the middle of it, {0}")
    @MethodSource("pl.goniec.faults.Figures#enginesOrH2")
    void aKilledServerFinishesTheNoticeOnce(Engine engine) throws Exception {
        try (var installation = new Installation("killed-server", engine, Figures.companies())) {
            goniec = installation;
            for (int round = 1; round <= Figures.rounds(); round++) {
                log = new RoundLog("R1", engine, round, Figures.seed(round));
                play(new SplittableRandom(Figures.seed(round)), "Runda " + round + " z ziarnem " + Figures.seed(round));
            }
        }
    }

    private void play(SplittableRandom random, String text) throws Exception {
        int chunk = CHUNKS.get(random.nextInt(CHUNKS.size()));
        goniec.with("GONIEC_FANOUT_CHUNK", chunk).start();
        var head = goniec.logIn(Installation.HEAD);
        var usual = peacefulNotice(head, text + ", bez przeszkód");
        var moment = Duration.ofMillis((long) (random.nextDouble() * random.nextDouble() * usual.toMillis()));
        var window = NoticeWindow.toEverybody(head);
        log.put("recipients", window.recipients())
                .put("chunk", chunk)
                .put("usualMillis", usual.toMillis())
                .put("killedAfterMillis", moment.toMillis());

        boolean acknowledged = killedWhile(head, window.sending(text), moment);
        long id = acceptedAs(text);
        log.put("acknowledged", acknowledged).put("accepted", id > 0);
        assertThat(id > 0 || !acknowledged).as("what was acknowledged exists").isTrue();
        log.put("deliveredBeforeKill", id == 0 ? 0 : count(id, "message"));
        var anybody = anybody(random);

        goniec.start();
        var restarted = Instant.now();
        if (id > 0) {
            new Ledger(id).awaitFinished(goniec.logIn(Installation.HEAD), DELIVERED_WITHIN);
        }
        log.put("deliveredMillis", Duration.between(restarted, Instant.now()).toMillis());
        long shown = unreadOf(anybody);
        goniec.server().kill();

        countEverything(id, window.recipients());
        assertThat(shown).as("unread number shown to " + anybody).isEqualTo(unreadByMessages(anybody));
        log.write();
    }

    /** Sends a notice that nothing disturbs and returns how long it took from the click to the last delivery. */
    private static Duration peacefulNotice(PageUser head, String text) throws IOException, InterruptedException {
        var start = Instant.now();
        var answer = NoticeWindow.toEverybody(head).send(text);
        Ledger.of(answer).awaitFinished(head, DELIVERED_WITHIN);
        return Duration.between(start, Instant.now());
    }

    /** Kills the server so long after the click and tells whether the click was acknowledged. */
    private boolean killedWhile(PageUser head, HttpRequest click, Duration moment) {
        var answer = head.begin(click);
        CompletableFuture.runAsync(
                        goniec.server()::kill,
                        CompletableFuture.delayedExecutor(moment.toMillis(), TimeUnit.MILLISECONDS))
                .join();
        try {
            return answer.join().sent();
        } catch (CompletionException e) {
            return false;
        }
    }

    private void countEverything(long id, long announced) throws SQLException {
        if (id > 0) {
            assertThat(count(id, "receipt")).as("receipts").isEqualTo(announced);
        }
        assertThat(goniec.wrongLedgers())
                .as("notices that have not one message for each recipient")
                .isZero();
        assertThat(goniec.wrongCounters())
                .as("conversations with wrong counters")
                .isZero();
    }

    private long count(long broadcast, String table) throws SQLException {
        return goniec.count("SELECT COUNT(*) FROM " + table + " WHERE broadcast_id = ?", broadcast);
    }

    /** Returns the notice with this text; if there is none, there must be no text either. */
    private long acceptedAs(String text) throws SQLException {
        long id = goniec.count(
                "SELECT COALESCE(MAX(b.id), 0) FROM broadcast b JOIN body t ON t.id = b.body_id WHERE t.content = ?",
                text);
        assertThat(goniec.count("SELECT COUNT(*) FROM body WHERE content = ?", text))
                .as("texts of the notice")
                .isEqualTo(id > 0 ? 1 : 0);
        return id;
    }

    private String anybody(SplittableRandom random) throws SQLException {
        var everybody = goniec.clients(Figures.companies());
        return everybody.get(random.nextInt(everybody.size()));
    }

    private long unreadOf(String email) throws IOException, InterruptedException {
        var total = TOTAL.matcher(goniec.logIn(email).read("/live?side=client"));
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1));
    }

    private long unreadByMessages(String email) throws SQLException {
        return goniec.count("""
            SELECT COUNT(*) FROM message m JOIN conversation c ON c.id = m.conversation_id
            JOIN person p ON p.id = c.person_id
            LEFT JOIN read_marker r ON r.conversation_id = c.id AND r.person_id = p.id AND r.side = 'CLIENT'
            WHERE p.email = ? AND m.side = 'OFFICE' AND m.side_number > COALESCE(r.read_up_to, 0)
            """, email);
    }
}

package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.goniec.faults.Writer.Click;

/**
 * R2. PostgreSQL is stopped hard for half a minute while a notice is delivered and twenty clients write a message a second. The
 * server goes on running all the time. A round ends when no copy of a part waits for its next try: with an outage every minute, and
 * a try every minute, a copy of something delivered long ago would meet every outage and nothing else, and be buried for that. H2
 * lives inside the server and cannot be stopped alone.
 */
@Tag("faults")
class StoppedDatabaseIT {

    private static final Duration OUTAGE = Duration.ofSeconds(30);
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(10);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(3);

    /** The longest pause between two tries, twice. */
    private static final Duration LAST_TRY_WITHIN = Duration.ofMinutes(2);

    private static final int WRITERS = 20;

    private Installation goniec;

    @Test
    void anOutageOfTheDatabaseLosesAndDoublesNothing() throws Exception {
        try (var installation = new Installation("stopped-database", Engine.POSTGRESQL, Figures.companies())) {
            goniec = installation.with("GONIEC_FANOUT_CHUNK", 20);
            goniec.start();
            for (int round = 1; round <= Figures.rounds(); round++) {
                play(round);
            }
        }
    }

    private void play(int round) throws Exception {
        try (var anna = AtTheBrowser.writes(goniec.server().address(), "R2 w przeglądarce " + round)) {
            play(round, anna);
        }
    }

    private void play(int round, AtTheBrowser anna) throws Exception {
        var log = new RoundLog("R2", Engine.POSTGRESQL, round, Figures.seed(round));
        var random = new SplittableRandom(Figures.seed(round));
        var writers = new Writers(goniec, others(), "R2." + round + "." + Figures.seed(round));
        var notice = NoticeWindow.toEverybody(goniec.logIn(Installation.HEAD));
        writers.start();
        Awaitility.await("everybody to write").until(() -> writers.allAcknowledgedSince(Instant.EPOCH));
        assertThat(notice.send("R2 powiadomienie " + round).sent()).isTrue();
        Pause.of(Duration.ofMillis(random.nextInt(2000)));

        goniec.postgres().stopHard();
        var stopped = Instant.now();
        anna.isToldWithin(REFUSED_WITHIN);
        Pause.until(stopped.plus(OUTAGE));
        goniec.postgres().start();
        var back = Instant.now();
        long pending = goniec.count("SELECT COUNT(*) FROM receipt WHERE state = 'PENDING'");
        Awaitility.await("everybody to write again")
                .atMost(Duration.ofMinutes(2))
                .until(() -> writers.allAcknowledgedSince(back));
        anna.sends();
        var recovered = Duration.between(back, Instant.now());
        Awaitility.await("the notice to be delivered")
                .atMost(DELIVERED_WITHIN)
                .until(() -> goniec.count("SELECT COUNT(*) FROM receipt WHERE state <> 'DONE'") == 0);
        var delivered = Duration.between(back, Instant.now());
        writers.finish();
        Awaitility.await("the copies that wait for their next try")
                .atMost(LAST_TRY_WITHIN)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> goniec.messagesIn("GoniecFanOut") == 0);
        var drained = Duration.between(back, Instant.now());

        long lost = writers.lost(goniec);
        long doubled = writers.doubled(goniec);
        long dead = goniec.deadLetters();
        log.put("recipients", notice.recipients())
                .put("pendingAtStop", pending)
                .put("acknowledged", writers.clicks().filter(Click::sent).count())
                .put("refused", writers.clicks().filter(click -> !click.sent()).count())
                .put("slowestRefusalMillis", writers.slowestRefusal().toMillis())
                .put("recoveredMillis", recovered.toMillis())
                .put("deliveredMillis", delivered.toMillis())
                .put("drainedMillis", drained.toMillis())
                .put("lost", lost)
                .put("doubled", doubled)
                .put("deadLetters", dead)
                .write();
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
        assertThat(dead).isZero();
        assertThat(goniec.wrongLedgers()).isZero();
        assertThat(goniec.wrongCounters()).isZero();
        assertThat(writers.slowestRefusal()).isLessThan(REFUSED_WITHIN);
        assertThat(recovered).isLessThan(RECOVERED_WITHIN);
        assertThat(writers.clicks().filter(click -> !click.told())).isEmpty();
    }

    /** Returns clients who are not at the browser: she has one draft, in all her windows. */
    private List<String> others() throws SQLException {
        return goniec.clients(WRITERS + 1).stream()
                .filter(email -> !email.equals(AtTheBrowser.CLIENT))
                .limit(WRITERS)
                .toList();
    }
}

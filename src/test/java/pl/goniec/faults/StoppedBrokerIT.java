package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.goniec.faults.Writer.Click;

/**
 * R3. The broker is away for a minute: its acceptor is stopped by the server's management, which cuts every connection of the
 * application and refuses new ones. One notice is on its way at that moment, another is sent meanwhile, and clients go on writing.
 * The head's page about what was not delivered says that nothing is known.
 */
@Tag("faults")
class StoppedBrokerIT {

    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(90);
    private static final int WRITERS = 10;

    private Installation goniec;

    @Test
    void messagesGoOnWithoutTheBrokerAndNoticesArriveWhenItIsBack() throws Exception {
        try (var installation = new Installation("stopped-broker", Engine.POSTGRESQL, Figures.companies())) {
            goniec = installation.with("GONIEC_FANOUT_CHUNK", 20);
            goniec.start();
            for (int round = 1; round <= Figures.rounds(); round++) {
                play(round);
            }
        }
    }

    private void play(int round) throws Exception {
        var log = new RoundLog("R3", Engine.POSTGRESQL, round, Figures.seed(round));
        var random = new SplittableRandom(Figures.seed(round));
        var head = goniec.logIn(Installation.HEAD);
        var writers = new Writers(goniec, goniec.clients(WRITERS), "R3." + round + "." + Figures.seed(round));
        var before = NoticeWindow.toEverybody(head);
        writers.start();
        assertThat(before.send("R3 przed przerwą " + round).sent()).isTrue();
        Pause.of(Duration.ofMillis(random.nextInt(1000)));

        goniec.stopBroker();
        var stopped = Instant.now();
        long pending = pending();
        var answer = NoticeWindow.toEverybody(head).send("R3 w przerwie " + round);
        var asked = Instant.now();
        var undelivered = head.read("/office/head/undelivered.xhtml");
        var opened = Duration.between(asked, Instant.now());
        Pause.until(stopped.plus(OUTAGE));
        long waiting = pending();
        boolean written = writers.allAcknowledgedSince(stopped.plus(OUTAGE).minusSeconds(20));
        goniec.startBroker();
        var back = Instant.now();
        Awaitility.await("the notices to be delivered")
                .atMost(Duration.ofMinutes(5))
                .until(() -> pending() == 0);
        var delivered = Duration.between(back, Instant.now());
        writers.finish();

        long dead = goniec.deadLetters();
        log.put("recipients", before.recipients())
                .put("pendingAtStop", pending)
                .put("accepted", answer.sent())
                .put("acceptedMillis", answer.took().toMillis())
                .put("undeliveredMillis", opened.toMillis())
                .put("pendingAtReturn", waiting)
                .put("deliveredMillis", delivered.toMillis())
                .put("acknowledged", writers.clicks().filter(Click::sent).count())
                .put("refused", writers.clicks().filter(click -> !click.sent()).count())
                .put("slowestMillis", writers.slowest().toMillis())
                .put("lost", writers.lost(goniec))
                .put("doubled", writers.doubled(goniec))
                .put("deadLetters", dead)
                .write();
        assertThat(written).as("everybody writes while the broker is away").isTrue();
        assertThat(writers.clicks()).allMatch(Click::sent);
        assertThat(answer.sent()).as("%s", answer).isTrue();
        assertThat(undelivered).contains("Serwer kolejek nie odpowiada").doesNotContain("Wszystko jest doręczone");
        assertThat(delivered).isLessThan(DELIVERED_WITHIN);
        assertThat(writers.lost(goniec)).isZero();
        assertThat(writers.doubled(goniec)).isZero();
        assertThat(dead).isZero();
        assertThat(goniec.wrongLedgers()).isZero();
        assertThat(goniec.wrongCounters()).isZero();
    }

    private long pending() throws Exception {
        return goniec.count("SELECT COUNT(*) FROM receipt WHERE state <> 'DONE'");
    }
}

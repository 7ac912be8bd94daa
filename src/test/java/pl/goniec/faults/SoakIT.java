package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.goniec.faults.Vitals.Sample;
import pl.goniec.faults.Worker.Wait;

/**
 * R13. An office and its clients work for two hours: what the server holds stays what it was, and the last half an hour is as fast as
 * the first. Memory is what it holds in a short break, when everybody has logged out: at work it goes up and down by more than a leak
 * would show. In a short run nothing can be said of all that, and only what was refused or broke fails.
 */
@Tag("faults")
class SoakIT {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("goniec.soak.seconds", 10));
    private static final Duration WARM = Duration.ofMinutes(20);
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final Duration WORTH_JUDGING = Duration.ofMinutes(100);
    private static final Duration BETWEEN_NOTICES = Duration.ofMinutes(10);
    private static final Duration BETWEEN_BREAKS = Duration.ofMinutes(5);
    private static final Duration DELIVERED_WITHIN = Duration.ofMinutes(3);

    private static final int COMPANIES = 500;
    private static final int CLIENTS = 15;

    /** Each once: whoever writes in two windows at the same moment is told that one draft has been sent already, and rightly so. */
    private static final List<String> OFFICE =
            List.of("szef@biuro.example", "opiekun@biuro.example", "opiekunka@biuro.example");

    private static final double HEAP_MEGABYTES_AN_HOUR = 1;
    private static final double SLOWER = 1.1;
    private static final long FEW = 3;

    private final List<Worker> workers = new ArrayList<>();
    private final ReentrantReadWriteLock day = new ReentrantReadWriteLock(true);

    @Test
    void twoHoursOfWorkLeaveTheServerAsItWas() throws Exception {
        try (var goniec = new Installation("soak", Engine.POSTGRESQL, COMPANIES)) {
            goniec.start();
            var begin = Instant.now();
            work(goniec, begin);
            var atWork = new Vitals(goniec.server(), begin);
            var inBreaks = new Vitals(goniec.server(), begin);
            int notices = 0;
            for (int minute = 0; Instant.now().isBefore(begin.plus(LENGTH)); minute++) {
                if (minute % BETWEEN_NOTICES.toMinutes() == 0) {
                    notices++;
                    notifyEverybody(goniec, "Powiadomienie " + notices);
                }
                note("R13-at-work", atWork.take(), minute);
                if (minute % BETWEEN_BREAKS.toMinutes() == 0) {
                    day.writeLock().lock();
                    try {
                        note("R13-break", inBreaks.take(), minute);
                    } finally {
                        day.writeLock().unlock();
                    }
                }
                Pause.until(begin.plus(shorter(Duration.ofMinutes(minute + 1L), LENGTH)));
            }
            for (var worker : workers) {
                worker.finish();
            }
            judge(goniec, atWork, inBreaks, notices);
        }
    }

    private void work(Installation goniec, Instant begin) throws Exception {
        var random = new SplittableRandom(Figures.seed(1));
        for (var email : OFFICE) {
            workers.add(Worker.ofTheOffice(goniec, email, random.split(), begin, day));
        }
        for (var email : goniec.clients(CLIENTS)) {
            workers.add(Worker.ofAClient(goniec, email, random.split(), begin, day));
        }
        workers.forEach(Thread::start);
    }

    private static void notifyEverybody(Installation goniec, String text) throws Exception {
        var head = goniec.logIn(Installation.HEAD);
        Ledger.of(NoticeWindow.toEverybody(head).send(text)).awaitFinished(head, DELIVERED_WITHIN);
        head.logOut();
    }

    private void judge(Installation goniec, Vitals atWork, Vitals inBreaks, int notices) throws Exception {
        var troubles =
                workers.stream().flatMap(worker -> worker.troubles().stream()).toList();
        var end = LENGTH.minus(WINDOW);
        var log = new RoundLog("R13", Engine.POSTGRESQL, 1, Figures.seed(1))
                .put("seconds", LENGTH.toSeconds())
                .put(
                        "looks",
                        workers.stream()
                                .mapToInt(worker -> worker.waits().size())
                                .sum())
                .put("messages", goniec.count("SELECT COUNT(*) FROM message"))
                .put("notices", notices)
                .put("troubles", troubles.size());
        boolean judged = LENGTH.compareTo(WORTH_JUDGING) >= 0;
        if (judged) {
            log.put("heapGrowthMegabytesAnHour", inBreaks.growthAnHour(WARM, Sample::heapMegabytes))
                    .put("slower", p95(end, LENGTH) / p95(Duration.ZERO, WINDOW));
        }
        log.put("p95Millis", p95(Duration.ZERO, LENGTH)).write();
        assertThat(troubles).isEmpty();
        assertThat(goniec.wrongLedgers()).isZero();
        assertThat(goniec.wrongCounters()).isZero();
        if (judged) {
            assertThat(inBreaks.growthAnHour(WARM, Sample::heapMegabytes)).isLessThanOrEqualTo(HEAP_MEGABYTES_AN_HOUR);
            for (var figure :
                    List.<ToDoubleFunction<Sample>>of(Sample::threads, Sample::descriptors, Sample::connections)) {
                assertThat(atWork.median(end, LENGTH, figure))
                        .isLessThanOrEqualTo(atWork.median(WARM, WARM.plus(WINDOW), figure) + FEW);
            }
            assertThat(p95(end, LENGTH) / p95(Duration.ZERO, WINDOW)).isLessThanOrEqualTo(SLOWER);
        }
    }

    private static void note(String name, Sample sample, int minute) throws Exception {
        new RoundLog(name, Engine.POSTGRESQL, minute, Figures.seed(1))
                .put("heapMegabytes", sample.heapMegabytes())
                .put("threads", sample.threads())
                .put("descriptors", sample.descriptors())
                .put("connections", sample.connections())
                .write();
    }

    private double p95(Duration from, Duration to) {
        var millis = workers.stream()
                .flatMap(worker -> worker.waits().stream())
                .filter(wait -> wait.at().compareTo(from) >= 0 && wait.at().compareTo(to) < 0)
                .mapToLong((Wait wait) -> wait.took().toMillis())
                .sorted()
                .toArray();
        return millis[(int) (millis.length * 0.95)];
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

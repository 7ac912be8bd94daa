package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.goniec.faults.Writer.Click;
import pl.goniec.fixture.server.TestMailServer;
import pl.goniec.fixture.world.Sql;

/**
 * The mail server is away while clients go on writing and the office wants to know of it at once. Nobody's sending takes longer
 * than before, and every letter arrives when the mail server is back, once.
 */
@Tag("faults")
class StoppedMailServerIT {

    private static final Duration WARM_UP = Duration.ofMinutes(2);

    /** One click tells nothing of an outage that is shorter: the slowest of some hundred is a matter of chance. */
    private static final Duration WHOLE = Duration.ofMinutes(10);

    private static final double SLOWER_AT_MOST = 1.2;
    private static final int WRITERS = 10;
    private static final int SLOWEST = 20;

    /** People are told every ten seconds: after the last message nothing more comes than this later. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(15);

    private final TestMailServer mail = new TestMailServer(0).start();
    private Installation goniec;

    @Test
    void sendingGoesOnAndEveryLetterArrivesOnce() throws Exception {
        int port = mail.port();
        try (var installation = new Installation("stopped-mail-server", Engine.POSTGRESQL, Figures.companies())) {
            goniec = installation
                    .with("GONIEC_SMTP_HOST", "127.0.0.1")
                    .with("GONIEC_SMTP_PORT", port)
                    .with("GONIEC_MAIL_FROM", "goniec@biuro.example");
            goniec.start();
            try (var connection = goniec.postgres().open()) {
                Sql.on(connection)
                        .change("UPDATE person SET mail_choice = 'AT_ONCE' WHERE office_position IS NOT NULL");
            }
            play(port);
        } finally {
            mail.stop();
        }
    }

    private void play(int port) throws Exception {
        var log = new RoundLog("mail", Engine.POSTGRESQL, 1, Figures.seed(1));
        var writers = new Writers(goniec, goniec.clients(WRITERS), "mail." + Figures.seed(1));
        writers.start();
        var warm = Instant.now().plus(WARM_UP);
        Pause.until(warm.plus(Figures.outage()));
        mail.stop();
        var stopped = Instant.now();
        var back = stopped.plus(Figures.outage());
        Pause.until(back);
        long waiting = letters("WAITING");
        var again = new TestMailServer(port).start();
        Pause.until(back.plusSeconds(10));
        writers.finish();
        Pause.of(TOLD_WITHIN);
        try {
            Awaitility.await("every letter to be sent")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> letters("WAITING") == 0);
            var before = p95(writers, warm, stopped);
            var during = p95(writers, stopped, back);
            var slowestBefore = slowest(writers, warm, stopped);
            var slowestDuring = slowest(writers, stopped, back);
            long sent = letters("SENT");
            log.put("before", before.toMillis())
                    .put("during", during.toMillis())
                    .put("slowestBefore", slowestBefore.toMillis())
                    .put("slowestDuring", slowestDuring.toMillis())
                    .put("slowestSecondsAfterTheStop", slowestSeconds(writers, warm, stopped, back))
                    .put("acknowledged", writers.clicks().filter(Click::sent).count())
                    .put("waitingAtReturn", waiting)
                    .put("letters", sent)
                    .write();
            assertThat(writers.clicks()).allMatch(Click::sent);
            assertThat(waiting).as("letters that had to wait").isPositive();
            assertThat(during).isLessThanOrEqualTo(slower(before));
            if (Figures.outage().compareTo(WHOLE) >= 0) {
                assertThat(slowestDuring).isLessThanOrEqualTo(slower(slowestBefore));
            }
            Awaitility.await()
                    .until(() -> mail.received().size() + again.received().size() >= sent);
            assertThat(numbers(mail.received())).doesNotContainAnyElementsOf(numbers(again.received()));
            assertThat(numbers(mail.received())).doesNotHaveDuplicates();
            assertThat(numbers(again.received())).doesNotHaveDuplicates();
            assertThat((long) mail.received().size() + again.received().size()).isEqualTo(sent);
            assertThat(goniec.count("SELECT COUNT(*) FROM letter WHERE state NOT IN ('SENT', 'DROPPED')"))
                    .isZero();
            assertThat(writers.lost(goniec)).isZero();
        } finally {
            again.stop();
        }
    }

    private long letters(String state) throws SQLException {
        return goniec.count("SELECT COUNT(*) FROM letter WHERE state = ?", state);
    }

    private static Duration slower(Duration before) {
        return Duration.ofMillis(Math.round(before.toMillis() * SLOWER_AT_MOST));
    }

    private static Duration p95(Writers writers, Instant from, Instant to) {
        var took = took(writers, from, to);
        return took.get(took.size() * 95 / 100);
    }

    private static Duration slowest(Writers writers, Instant from, Instant to) {
        var took = took(writers, from, to);
        return took.get(took.size() - 1);
    }

    /** Returns when the slowest clicks were made, before (negative) and after the stop, to find what else happened then. */
    private static String slowestSeconds(Writers writers, Instant from, Instant stopped, Instant to) {
        return writers.clicks()
                .filter(click -> click.at().isAfter(from) && click.at().isBefore(to))
                .sorted(Comparator.comparing(Click::took).reversed())
                .limit(SLOWEST)
                .map(click -> Duration.between(stopped, click.at()).toSeconds() + ": "
                        + click.took().toMillis() + " ms")
                .collect(Collectors.joining(", "));
    }

    private static List<Duration> took(Writers writers, Instant from, Instant to) {
        return writers.clicks()
                .filter(click -> click.at().isAfter(from) && click.at().isBefore(to))
                .map(Click::took)
                .sorted()
                .toList();
    }

    private static List<String> numbers(List<MimeMessage> messages) {
        return messages.stream().map(StoppedMailServerIT::number).toList();
    }

    private static String number(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

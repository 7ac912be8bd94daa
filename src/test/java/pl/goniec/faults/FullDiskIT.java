package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * R4/R5. The disk is full to the last byte while a client attaches and sends and the head sends to everybody. Whoever is refused is
 * told so, keeps text and files, and needs only to press again when there is room; the server runs all the time.
 */
@Tag("faults")
class FullDiskIT {

    /** What lies on the disk that is full. */
    enum Full {
        H2_AND_JOURNAL(Engine.H2, "data"),
        POSTGRESQL(Engine.POSTGRESQL, "postgresql"),
        JOURNAL(Engine.POSTGRESQL, "data");

        private final Engine engine;
        private final String folder;

        Full(Engine engine, String folder) {
            this.engine = engine;
            this.folder = folder;
        }
    }

    private static final String CLIENT = "anna@zlotyklos.example";
    private static final int MEGABYTES = 400;
    private static final int LETTERS = 60;
    private static final int FILE_BYTES = 1_500_000;
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);
    private static final Duration FULL_FOR = Duration.ofSeconds(20);
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(60);
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(90);

    /** A message with its files, as the client means it. */
    private record Letter(String text, List<Upload> files) {}

    private final List<Letter> acknowledged = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(Figures.seed(1));
    private Installation goniec;
    private PageUser client;
    private int refusals;
    private Duration slowest = Duration.ZERO;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aFullDiskLosesNothingAndIsTold(Full full) throws Exception {
        try (var disk = new SmallDisk(MEGABYTES);
                var installation =
                        new Installation("full-disk", full.engine, 60, Map.of(full.folder, disk.folder(full.folder)))) {
            goniec = installation;
            goniec.start();
            client = goniec.logIn(CLIENT);
            var head = goniec.logIn(Installation.HEAD);
            var window = client.windowToTheOffice();
            assertThat(sent(window, letter(0)))
                    .as("a message while there is room")
                    .isTrue();
            var notice = NoticeWindow.toEverybody(head);
            var text = "R4 powiadomienie " + full;

            disk.fill();
            var filled = Instant.now();
            var accepted = notice.send(text);
            told(accepted, accepted.sent());
            var waiting = writesUntilRefused(window);
            Pause.until(filled.plus(FULL_FOR));
            disk.makeRoom();
            var room = Instant.now();
            goesOn(waiting);
            var recovered = Duration.between(room, Instant.now());
            var ledger = Ledger.of(accepted.sent() ? accepted : notice.send(text));
            ledger.awaitFinished(head, DELIVERED_WITHIN);
            var delivered = Duration.between(room, Instant.now());

            goniec.server().stop();
            new RoundLog("R4-full-disk", full.engine, 1, Figures.seed(1))
                    .put("full", full.name())
                    .put("acknowledged", acknowledged.size())
                    .put("refusals", refusals)
                    .put("noticeAcceptedAtOnce", accepted.sent())
                    .put("slowestMillis", slowest.toMillis())
                    .put("recoveredMillis", recovered.toMillis())
                    .put("deliveredMillis", delivered.toMillis())
                    .write();
            assertThat(refusals == 0).as("somebody was refused").isEqualTo(full == Full.JOURNAL);
            for (var letter : acknowledged) {
                assertThat(goniec.messages(letter.text())).as(letter.text()).isEqualTo(1);
                assertThat(goniec.files(letter.text()))
                        .as(letter.text())
                        .containsExactlyInAnyOrder(
                                letter.files().stream().map(Upload::described).toArray(String[]::new));
            }
            assertThat(goniec.wrongLedgers()).isZero();
            assertThat(goniec.wrongCounters()).isZero();
        }
    }

    private Letter letter(int number) {
        return new Letter(
                "R4 list " + number + " z ziarnem " + Figures.seed(1), List.of(file("a", number), file("b", number)));
    }

    private Upload file(String name, int number) {
        return Upload.random(random, name + "-" + number + "-" + Figures.seed(1) + ".txt", FILE_BYTES);
    }

    /** Returns the letter that could not be sent, if there is one. */
    private List<Letter> writesUntilRefused(OpenPage window) throws Exception {
        for (int number = 1; number <= LETTERS; number++) {
            var letter = letter(number);
            if (!sent(window, letter)) {
                return List.of(letter);
            }
        }
        return List.of();
    }

    /** Attaches and sends, and tells whether it was acknowledged. */
    private boolean sent(OpenPage window, Letter letter) throws IOException, InterruptedException {
        for (var file : letter.files()) {
            if (!window.text().contains(file.name())) {
                var answer = window.attach("reply", file);
                boolean attached = answer.shows(file);
                told(answer, attached);
                if (!attached) {
                    refusals++;
                    return false;
                }
            }
        }
        var answer = window.press("reply:go:send", Map.of("reply:write:text", letter.text()));
        told(answer, answer.sent());
        if (answer.sent()) {
            acknowledged.add(letter);
        } else {
            refusals++;
        }
        return answer.sent();
    }

    /** The client looks at her window again, attaches what is not there, and presses again. */
    private void goesOn(List<Letter> waiting) {
        for (var letter : waiting) {
            Awaitility.await("the message to go")
                    .atMost(RECOVERED_WITHIN)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> sent(client.windowToTheOffice(), letter));
        }
    }

    private void told(Answer answer, boolean done) {
        slowest = slowest.compareTo(answer.took()) > 0 ? slowest : answer.took();
        assertThat(answer.took()).as("%s", answer).isLessThan(TOLD_WITHIN);
        assertThat(done || answer.refusedWithItsNumber()).as("%s", answer).isTrue();
    }
}

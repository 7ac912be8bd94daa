package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.goniec.faults.Wire.Cut;

/**
 * R4/R5. The connection to PostgreSQL breaks at the n-th call of attaching a file, and at the n-th call of sending a message with two,
 * for n from 1 until nothing breaks any more. Whatever the person was told, the message has both files or does not exist; pressed
 * again, there is one.
 */
@Tag("faults")
class FailingCallsIT {

    private static final String CLIENT = "anna@zlotyklos.example";
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);

    private Installation goniec;
    private Wire wire;
    private SplittableRandom random;
    private Cut cut;

    @ParameterizedTest(name = "the connection breaks {0} the database has worked")
    @EnumSource
    void aMessageHasAllItsFilesOrDoesNotExist(Cut side) throws Exception {
        cut = side;
        random = new SplittableRandom(Figures.seed(1));
        try (var installation = new Installation("failing-calls", Engine.POSTGRESQL, 60);
                var between = new Wire(Postgres.port())) {
            wire = between;
            goniec = installation.through(wire.port());
            goniec.start();
            var log = new RoundLog("R5-calls", Engine.POSTGRESQL, 1, Figures.seed(1)).put("cut", side.name());
            var client = goniec.logIn(CLIENT);
            log.put("callsOfAttaching", whileAttaching(client));
            log.put("callsOfSending", whileSending(client));
            log.write();
        }
    }

    private int whileAttaching(PageUser client) throws Exception {
        int call = 1;
        for (boolean broken = true; broken; call++) {
            var text = "R5 załącznik, wywołanie " + call + " " + cut;
            var window = client.windowToTheOffice();
            var first = file("pierwszy");
            var second = file("drugi");
            attached(window, first);
            wire.cutAt(call, cut);
            var answer = window.attach("reply", second);
            broken = wire.mend();
            assertTold(answer, answer.shows(second));
            if (!shown(client, second)) {
                assertThat(broken)
                        .as("a file that was attached without a fault")
                        .isTrue();
                attached(window, second);
            }
            assertThat(window.press("reply:go:send", Map.of("reply:write:text", text))
                            .sent())
                    .isTrue();
            arrived(text, first, second);
        }
        return call - 1;
    }

    private int whileSending(PageUser client) throws Exception {
        int call = 1;
        for (boolean broken = true; broken; call++) {
            var text = "R5 wysyłka, wywołanie " + call + " " + cut;
            var window = client.windowToTheOffice();
            var files = List.of(file("jeden"), file("dwa"));
            for (var file : files) {
                attached(window, file);
            }
            wire.cutAt(call, cut);
            var answer = window.press("reply:go:send", Map.of("reply:write:text", text));
            broken = wire.mend();
            assertTold(answer, answer.sent());
            if (!answer.sent()) {
                if (goniec.messages(text) > 0) {
                    arrived(text, files.toArray(Upload[]::new));
                }
                var again = window.press("reply:go:send", Map.of("reply:write:text", text));
                assertThat(again.sent())
                        .as("call %s, pressed again: %s", call, again)
                        .isTrue();
            }
            arrived(text, files.toArray(Upload[]::new));
        }
        return call - 1;
    }

    private void attached(OpenPage window, Upload file) throws IOException, InterruptedException {
        assertThat(window.attach("reply", file).body()).contains(file.name());
    }

    private static boolean shown(PageUser client, Upload file) throws IOException, InterruptedException {
        return client.windowToTheOffice().text().contains(file.name());
    }

    private static void assertTold(Answer answer, boolean done) {
        assertThat(answer.took()).isLessThan(TOLD_WITHIN);
        assertThat(done || answer.refusedWithItsNumber()).as("%s", answer).isTrue();
    }

    /** The message is there once, with these files and no others, each with its bytes. */
    private void arrived(String text, Upload... files) throws SQLException {
        assertThat(goniec.messages(text)).as(text).isEqualTo(1);
        assertThat(goniec.files(text))
                .as(text)
                .containsExactlyInAnyOrder(
                        Stream.of(files).map(Upload::described).toArray(String[]::new));
    }

    /** Large enough to be several calls. */
    private Upload file(String name) {
        return Upload.random(random, name + "-" + random.nextInt(1_000_000_000) + ".txt", 1_500_000);
    }
}

package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R8, the pages' half. The same click ten times at once is sent once and acknowledged ten times: in one window, and in two sessions of
 * one person who has the same draft in both.
 */
@Tag("faults")
class RepeatedRequestIT {

    private static final int TIMES = 10;

    /** A window is read anew after so many: it holds what all of their answers brought, and is searched each time. */
    private static final int OF_A_WINDOW = 20;

    private static final String CLIENT = "anna@zlotyklos.example";

    private final List<String> texts = new ArrayList<>();
    private Installation goniec;
    private RoundLog log;

    @ParameterizedTest(name = "S45 the same request {0}")
    @MethodSource("pl.goniec.faults.Figures#engines")
    void tenAtOnceHaveOneEffectAndOneAnswer(Engine engine) throws Exception {
        try (var installation = new Installation("repeated-request", engine, 60)) {
            goniec = installation;
            goniec.start();
            log = new RoundLog("R8", engine, 1, 0);
            messages(Figures.trials());
            messagesFromTwoSessions(Figures.trials() / 4);
            notices(Figures.trials() / 4);
            goniec.server().stop();

            long sent = goniec.count("SELECT COUNT(*) FROM body WHERE content LIKE 'R8 %'");
            long distinct = goniec.count("SELECT COUNT(DISTINCT content) FROM body WHERE content LIKE 'R8 %'");
            log.put("trials", texts.size()).put("sent", sent).put("distinct", distinct);
            log.write();
            assertThat(distinct).as("texts that were sent").isEqualTo(texts.size());
            assertThat(sent).as("effects").isEqualTo(texts.size());
        }
    }

    private void messages(int trials) throws Exception {
        var client = goniec.logIn(CLIENT);
        var page = client.windowToTheOffice();
        for (int i = 0; i < trials; i++) {
            if (i % OF_A_WINDOW == OF_A_WINDOW - 1) {
                page = client.windowToTheOffice();
            }
            allAcknowledged(page, clicks(TIMES, page, text("R8 wiadomość " + i)));
        }
    }

    private void messagesFromTwoSessions(int trials) throws Exception {
        var one = goniec.logIn(CLIENT);
        var other = goniec.logIn(CLIENT);
        for (int i = 0; i < trials; i++) {
            var text = text("R8 dwie sesje " + i);
            var first = one.windowToTheOffice();
            var second = other.windowToTheOffice();
            var answers = clicks(TIMES / 2, first, text);
            answers.addAll(clicks(TIMES / 2, second, text));
            allAcknowledged(first, answers);
        }
    }

    private void notices(int trials) throws Exception {
        var head = goniec.logIn(Installation.HEAD);
        for (int i = 0; i < trials; i++) {
            var window = NoticeWindow.toEverybody(head);
            var click = window.sending(text("R8 powiadomienie " + i));
            var answers = new ArrayList<CompletableFuture<Answer>>();
            for (int n = 0; n < TIMES; n++) {
                answers.add(head.begin(click));
            }
            answers.forEach(answer ->
                    assertThat(answer.join().sent()).as("%s", answer.join()).isTrue());
        }
    }

    private String text(String text) {
        texts.add(text);
        return text;
    }

    private static List<CompletableFuture<Answer>> clicks(int times, OpenPage page, String text) {
        HttpRequest click = page.pressing("reply:go:send", Map.of("reply:write:text", text));
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < times; i++) {
            answers.add(page.user().begin(click));
        }
        return answers;
    }

    private static void allAcknowledged(OpenPage page, List<CompletableFuture<Answer>> answers) {
        for (var answer : answers) {
            assertThat(answer.join().sent()).as("%s", answer.join()).isTrue();
            page.taken(answer.join());
        }
    }
}

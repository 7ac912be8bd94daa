package pl.goniec.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R4/R5. The browser dies at any byte of an upload, at any byte of the click that sends what was uploaded, or right after it: a file is
 * attached whole or not at all, and a message has all its files or does not exist.
 */
@Tag("faults")
class CutUploadIT {

    private static final String CLIENT = "anna@zlotyklos.example";

    private final Map<String, List<String>> sent = new HashMap<>();
    private Installation goniec;

    @ParameterizedTest(name = "{0}")
    @MethodSource("pl.goniec.faults.Figures#engines")
    void aCutUploadLeavesNoHalfFile(Engine engine) throws Exception {
        var random = new SplittableRandom(Figures.seed(1));
        try (var installation = new Installation("cut-upload", engine, 60)) {
            goniec = installation;
            goniec.start();
            var client = goniec.logIn(CLIENT);
            int uploads = 0;
            int clicks = 0;
            for (int trial = 1; trial <= Figures.trials(); trial++) {
                var file = Upload.random(random, "plik-" + trial + "-" + Figures.seed(1) + ".txt", size(random));
                if (trial % 2 == 0) {
                    uploads += cutUpload(client, file, random) ? 1 : 0;
                } else {
                    clicks += cutClick(client, file, random) ? 1 : 0;
                }
            }
            goniec.server().stop();
            var log = new RoundLog("R5-cut", engine, 1, Figures.seed(1)).put("trials", Figures.trials());
            log.put("uploadsComplete", uploads).put("clicksComplete", clicks).write();
            for (var message : sent.entrySet()) {
                assertThat(goniec.messages(message.getKey()))
                        .as(message.getKey())
                        .isEqualTo(1);
                assertThat(goniec.files(message.getKey())).as(message.getKey()).isEqualTo(message.getValue());
            }
        }
    }

    /** Tells whether the file is attached although the line was cut. */
    private boolean cutUpload(PageUser client, Upload file, SplittableRandom random) throws Exception {
        var window = client.windowToTheOffice();
        var request = window.attaching("reply", file);
        cut(request, random.nextInt(request.length), random);
        var text = "R5 po przerwanym pliku " + file.name();
        var after = client.windowToTheOffice();
        boolean attached = after.text().contains(file.name());
        assertThat(after.press("reply:go:send", Map.of("reply:write:text", text))
                        .sent())
                .isTrue();
        sent.put(text, attached ? List.of(file.described()) : List.of());
        return attached;
    }

    /** Tells whether the message went although the line was cut. */
    private boolean cutClick(PageUser client, Upload file, SplittableRandom random) throws Exception {
        var window = client.windowToTheOffice();
        var text = "R5 przerwane kliknięcie " + file.name();
        assertThat(window.attach("reply", file).body()).contains(file.name());
        var request = window.pressingRaw("reply:go:send", Map.of("reply:write:text", text));
        cut(request, random.nextInt(3) == 0 ? request.length : random.nextInt(request.length), random);
        var after = client.windowToTheOffice();
        boolean waiting = after.text().contains("data-size=");
        if (waiting) {
            assertThat(after.press("reply:go:send", Map.of("reply:write:text", text))
                            .sent())
                    .isTrue();
        }
        sent.put(text, List.of(file.described()));
        return !waiting;
    }

    /** Puts so many of the bytes on the line and hangs up, politely or not. */
    private void cut(byte[] request, int end, SplittableRandom random) throws IOException {
        try (var line =
                new Socket(InetAddress.getLoopbackAddress(), goniec.server().port())) {
            line.setSoLinger(random.nextBoolean(), 0);
            line.getOutputStream().write(request, 0, end);
            line.getOutputStream().flush();
        } catch (SocketException e) {
            // The server may have hung up first.
        }
    }

    private static int size(SplittableRandom random) {
        return random.nextInt(5) == 0 ? 1_000_000 + random.nextInt(2_000_000) : 1 + random.nextInt(50_000);
    }
}

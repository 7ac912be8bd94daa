package pl.goniec.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Texts that would be markup, script, style or an expression wherever somebody forgets that they are text. */
final class Payloads {

    /** What a name of a person holds. */
    static final int NAME = 120;
    /** What a title of a notice holds. */
    static final int TITLE = 100;

    /** What the preview of a list shows of a cell. */
    static final int CELL = 80;

    /** One of so many is tried in every build. */
    private static final int ONE_OF = 60;

    private static final List<String> ALL = read();

    private Payloads() {}

    static List<String> all() {
        return ALL;
    }

    /** Returns those that are tried, in the order in which they are sent. */
    static List<String> tried(int longest) {
        return IntStream.range(0, ALL.size())
                .filter(i -> Effort.full() || i % ONE_OF == 0)
                .mapToObj(ALL::get)
                .filter(payload -> payload.length() <= longest)
                .toList();
    }

    /** Returns one of so many of those that are tried, for what takes long. */
    static List<String> few(int one) {
        var tried = tried(TITLE);
        return IntStream.range(0, tried.size())
                .filter(i -> i % one == 0)
                .mapToObj(tried::get)
                .toList();
    }

    /** Returns a name of a file that says the same and is no path, with quotation marks as browsers say them. */
    static String fileName(String payload) {
        return payload.replace("\"", "%22")
                        .replace('/', '\u2215')
                        .replace('\\', '\u2216')
                        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "")
                        .strip()
                + ".txt";
    }

    private static List<String> read() {
        try (var in = Payloads.class.getResourceAsStream("/hostile/xss.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package pl.goniec.demo.control;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One message of a story.
 *
 * @param files resources by the names they are sent under
 */
record Line(int workdaysAgo, LocalTime time, Speaker speaker, Reach reach, String text, List<File> files) {

    private static final Pattern FORM =
            Pattern.compile("(?<days>\\d+) (?<time>\\d\\d:\\d\\d) (?<speaker>[KBS])(?<reach>[!?]?) (?<text>.+)");

    /** Who speaks. */
    enum Speaker {
        CLIENT,
        CARETAKER,
        HEAD
    }

    /** Who of the other side has read it. */
    enum Reach {
        EVERYBODY,
        CARETAKERS,
        NOBODY
    }

    /** A file that is sent along. */
    record File(String name, String resource) {

        static File parse(String text) {
            var parts = text.split(" = ", 2);
            return new File(parts[0], parts[1]);
        }
    }

    private static final Map<String, Speaker> SPEAKERS =
            Map.of("K", Speaker.CLIENT, "B", Speaker.CARETAKER, "S", Speaker.HEAD);
    private static final Map<String, Reach> REACHES =
            Map.of("", Reach.EVERYBODY, "?", Reach.CARETAKERS, "!", Reach.NOBODY);

    static Line parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Line(
                Integer.parseInt(form.group("days")),
                LocalTime.parse(form.group("time")),
                SPEAKERS.get(form.group("speaker")),
                REACHES.get(form.group("reach")),
                form.group("text").replace("\\n", "\n"),
                List.of());
    }

    Line with(File file) {
        var more = new ArrayList<>(files);
        more.add(file);
        return new Line(workdaysAgo, time, speaker, reach, text, List.copyOf(more));
    }

    /** Returns the same line, read by everybody. */
    Line settled() {
        return new Line(workdaysAgo, time, speaker, Reach.EVERYBODY, text, files);
    }
}

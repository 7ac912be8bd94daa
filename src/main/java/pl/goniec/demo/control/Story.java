package pl.goniec.demo.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import pl.goniec.demo.control.Line.Reach;
import pl.goniec.demo.control.Line.Speaker;

/** Some lines between the office and a client, as stories.txt and notices.txt write them. */
record Story(String name, List<Line> lines) {

    static final Story NONE = new Story("", List.of());

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL", Locale.forLanguageTag("pl"));
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final Pattern DAY = Pattern.compile("\\{(\\d+)}");

    /** Reads stories in their order; dates and months in them are those of the day. */
    static List<Story> read(String resource, LocalDate today) {
        var stories = new ArrayList<Story>();
        for (var raw : Resource.lines(resource)) {
            var text = dated(raw, today);
            if (text.startsWith("== ")) {
                stories.add(new Story(text.substring(3), new ArrayList<>()));
                continue;
            }
            var lines = stories.get(stories.size() - 1).lines();
            if (text.startsWith("+ ")) {
                var last = lines.size() - 1;
                lines.set(last, lines.get(last).with(Line.File.parse(text.substring(2))));
            } else {
                lines.add(Line.parse(text));
            }
        }
        return stories;
    }

    private static String dated(String text, LocalDate today) {
        var month = text.replace("{miesiąc}", MONTH.format(today.minusMonths(1)));
        return DAY.matcher(month).replaceAll(day -> DATE.format(today.withDayOfMonth(Integer.parseInt(day.group(1)))));
    }

    /** Tells whether the story is about one person and fits nobody else. */
    boolean isPersonal() {
        return name.startsWith("*");
    }

    /** Tells whether the client has left something of the office unread. */
    boolean endsUnreadByClient() {
        return lines.stream().anyMatch(line -> line.speaker() != Speaker.CLIENT && line.reach() == Reach.NOBODY);
    }

    /** Returns the same story with everything read. */
    Story settled() {
        return new Story(name, lines.stream().map(Line::settled).toList());
    }
}

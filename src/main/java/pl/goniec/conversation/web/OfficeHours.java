package pl.goniec.conversation.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pl.goniec.identity.api.OpeningHours;

/**
 * Neighbouring days with the same hours, as one line.
 *
 * @param opens null when the office is closed
 * @param today whether today is one of the days
 */
public record OfficeHours(DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes, boolean today)
        implements Serializable {

    /** Returns the week from Monday in as few lines as it takes. */
    static List<OfficeHours> of(List<OpeningHours> hours, DayOfWeek today) {
        var lines = new ArrayList<OfficeHours>();
        for (var day : DayOfWeek.values()) {
            var line = of(hours, day, today);
            int end = lines.size() - 1;
            if (end >= 0 && lines.get(end).sameHours(line)) {
                lines.set(end, lines.get(end).until(line));
            } else {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    public boolean closed() {
        return opens == null;
    }

    /** Returns how the days are written: {@code one}, {@code two} or {@code many}. */
    public String shape() {
        return switch (last.getValue() - first.getValue()) {
            case 0 -> "one";
            case 1 -> "two";
            default -> "many";
        };
    }

    private static OfficeHours of(List<OpeningHours> hours, DayOfWeek day, DayOfWeek today) {
        return hours.stream()
                .filter(candidate -> candidate.day() == day)
                .findFirst()
                .map(found -> new OfficeHours(day, day, found.opens(), found.closes(), day == today))
                .orElseGet(() -> new OfficeHours(day, day, null, null, day == today));
    }

    private boolean sameHours(OfficeHours other) {
        return Objects.equals(opens, other.opens) && Objects.equals(closes, other.closes);
    }

    private OfficeHours until(OfficeHours end) {
        return new OfficeHours(first, end.last, opens, closes, today || end.today);
    }
}

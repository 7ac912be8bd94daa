package pl.goniec.identity.api;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** When the office is open on one day of the week, in Europe/Warsaw. */
public record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) implements Serializable {

    /** Tells whether it closes after it opens, both to the minute, as they are kept. */
    boolean arePossible() {
        return opens.isBefore(closes) && isToTheMinute(opens) && isToTheMinute(closes);
    }

    private static boolean isToTheMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }
}

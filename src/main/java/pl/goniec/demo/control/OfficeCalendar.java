package pl.goniec.demo.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Times counted back from the load in working days, so that the correspondence is fresh whenever it is loaded. */
final class OfficeCalendar {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** The public holidays of Poland that have a date of their own. */
    private static final Set<MonthDay> HOLIDAYS = Stream.of(
                    "--01-01", "--01-06", "--05-01", "--05-03", "--08-15", "--11-01", "--11-11", "--12-24", "--12-25",
                    "--12-26")
            .map(MonthDay::parse)
            .collect(Collectors.toUnmodifiableSet());

    private final Instant now;
    private final LocalDate today;
    private final LocalDate lastMorning;

    OfficeCalendar(Instant now) {
        this.now = now;
        var local = now.atZone(WARSAW);
        today = local.toLocalDate();
        lastMorning = workday(local.toLocalTime().isBefore(LocalTime.NOON) ? today.minusDays(1) : today);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    /** Returns a time of a working day; 0 is the last one whose morning is over. */
    Instant at(int workdaysAgo, LocalTime time) {
        var day = lastMorning;
        for (int i = 0; i < workdaysAgo; i++) {
            day = workday(day.minusDays(1));
        }
        return day.atTime(time).atZone(WARSAW).toInstant();
    }

    private static LocalDate workday(LocalDate latest) {
        var day = latest;
        while (isFree(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(MonthDay.from(day));
    }
}

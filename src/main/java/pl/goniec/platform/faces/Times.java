package pl.goniec.platform.faces;

import jakarta.faces.context.FacesContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;

/** How times are written: everybody's clock is Warsaw's, whatever the browser's is. */
public final class Times {

    /** The office's time zone. */
    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(WARSAW);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private Times() {}

    /** Returns {@code 23.11.2026}, or nothing for null. */
    public static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** Returns {@code 23.11.2026 08:31}, or nothing for null. */
    public static String dateTime(Instant instant) {
        return instant == null ? "" : DATE_TIME.format(instant);
    }

    /** Returns how long ago that was, in the language of the view. */
    public static String ago(Instant instant) {
        if (instant == null) {
            return "";
        }
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return ago(instant, Instant.now(), Messages.bundle("frame", locale));
    }

    static String ago(Instant instant, Instant now, ResourceBundle texts) {
        Duration since = Duration.between(instant, now);
        if (since.toMinutes() < 1) {
            return texts.getString("time.now");
        }
        if (since.toHours() < 1) {
            return Plurals.count(texts, "time.minutes", since.toMinutes());
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(instant, WARSAW), LocalDate.ofInstant(now, WARSAW));
        if (days == 0) {
            return Plurals.count(texts, "time.hours", since.toHours());
        }
        return days == 1 ? texts.getString("time.yesterday") : Plurals.count(texts, "time.days", days);
    }
}

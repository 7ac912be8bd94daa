package pl.goniec.company.api;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Initials;
import pl.goniec.shared.CareId;
import pl.goniec.shared.PersonId;

/**
 * One time in which somebody looked, looks or will look after a company.
 *
 * @param to null while it lasts without an end
 */
public record CareRow(
        CareId id,
        PersonId person,
        String name,
        String email,
        AccountState account,
        boolean substitute,
        Instant from,
        Instant to,
        CareTime time)
        implements Serializable {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** Returns the last day of it, when it ends with a day of Europe/Warsaw; null when it ends within one, or not at all. */
    public LocalDate lastDay() {
        if (to == null) {
            return null;
        }
        var end = to.atZone(WARSAW);
        return end.toLocalTime().equals(LocalTime.MIDNIGHT) ? end.toLocalDate().minusDays(1) : null;
    }

    public String initials() {
        return Initials.of(name);
    }
}

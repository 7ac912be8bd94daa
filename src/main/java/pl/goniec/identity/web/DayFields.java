package pl.goniec.identity.web;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.shared.BusinessException;

/** When the office is open on one day, as it is typed; nothing at all means closed. */
public class DayFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private final DayOfWeek day;
    private String opens;
    private String closes;

    DayFields(DayOfWeek day, Optional<OpeningHours> hours) {
        this.day = day;
        this.opens = hours.map(open -> open.opens().toString()).orElse("");
        this.closes = hours.map(open -> open.closes().toString()).orElse("");
    }

    /** Returns what was typed, or nothing for a closed day. */
    Optional<OpeningHours> hours() {
        if (opens.isEmpty() && closes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes)));
        } catch (DateTimeParseException e) {
            var refusal = new BusinessException("office.hours.wrong");
            refusal.initCause(e);
            throw refusal;
        }
    }

    public DayOfWeek getDay() {
        return day;
    }

    public String getOpens() {
        return opens;
    }

    public void setOpens(String opens) {
        this.opens = opens == null ? "" : opens.strip();
    }

    public String getCloses() {
        return closes;
    }

    public void setCloses(String closes) {
        this.closes = closes == null ? "" : closes.strip();
    }
}

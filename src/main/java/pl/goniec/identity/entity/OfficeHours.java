package pl.goniec.identity.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import pl.goniec.identity.api.OpeningHours;

/** When the office is open on one day of the week. */
@Entity
@Table(name = "office_hours")
public class OfficeHours {

    @Id
    private int weekday;

    private String opens;

    private String closes;

    protected OfficeHours() {}

    public OfficeHours(OpeningHours hours) {
        weekday = hours.day().getValue();
        opens = hours.opens().toString();
        closes = hours.closes().toString();
    }

    public OpeningHours hours() {
        return new OpeningHours(DayOfWeek.of(weekday), LocalTime.parse(opens), LocalTime.parse(closes));
    }
}

package pl.goniec.demo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class OfficeCalendarTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Test
    void afterNoonTodaysMorningIsOver() {
        assertThat(calendar("2026-11-23T13:30:00Z").at(0, NINE)).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void beforeNoonTheLastMorningIsThatOfTheWorkdayBefore() {
        assertThat(calendar("2026-11-23T08:30:00Z").at(0, NINE)).isEqualTo("2026-11-20T08:00:00Z");
    }

    @Test
    void weekendsAndHolidaysAreNoWorkdays() {
        assertThat(calendar("2026-11-12T13:00:00Z").at(1, NINE)).isEqualTo("2026-11-10T08:00:00Z");
        assertThat(calendar("2026-11-16T13:00:00Z").at(1, NINE)).isEqualTo("2026-11-13T08:00:00Z");
    }

    private static OfficeCalendar calendar(String now) {
        return new OfficeCalendar(Instant.parse(now));
    }
}

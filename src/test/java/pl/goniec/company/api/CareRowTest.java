package pl.goniec.company.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.faces.Times;
import pl.goniec.shared.CareId;
import pl.goniec.shared.PersonId;

/** Until when somebody looks after a company, as people say it. */
class CareRowTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static LocalDate lastDay(Instant to) {
        return new CareRow(
                        new CareId(1),
                        new PersonId(2),
                        "Ewa",
                        "ewa@test.example",
                        AccountState.ACTIVE,
                        true,
                        Instant.EPOCH,
                        to,
                        CareTime.NOW)
                .lastDay();
    }

    @Test
    void aSubstituteHasALastDay() {
        for (var day : new LocalDate[] {
            LocalDate.of(2026, 6, 7), LocalDate.of(2026, 12, 31), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25)
        }) {
            assertThat(lastDay(day.plusDays(1).atStartOfDay(WARSAW).toInstant()))
                    .isEqualTo(day);
        }
        assertThat(Times.day(LocalDate.of(2026, 6, 7))).isEqualTo("07.06.2026");
    }

    @Test
    void whatEndsWithinADayOrNotAtAllHasNone() {
        assertThat(lastDay(Instant.parse("2026-06-07T22:00:01Z"))).isNull();
        assertThat(lastDay(Instant.parse("2026-06-08T00:00:00Z")))
                .as("midnight of another place")
                .isNull();
        assertThat(lastDay(null)).isNull();
        assertThat(Times.day(null)).isEmpty();
    }
}

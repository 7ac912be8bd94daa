package pl.goniec.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.Beans;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.config.SettingsOfTests;

class AskingMachinesTest {

    private static final int MOST = 3;
    private static final String MACHINE = "10.1.2.3";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AskingMachines machines = new Beans(null)
            .with(Settings.class, SettingsOfTests.with("GONIEC_LINKS_PER_MACHINE", MOST))
            .get(AskingMachines.class);

    private boolean mayAsk(Instant moment) {
        return machines.mayAsk(MACHINE, moment);
    }

    @Test
    void aMachineAsksAsOftenAsItMayAndNotOnceMore() {
        for (int i = 0; i < MOST; i++) {
            assertThat(mayAsk(NOON)).as("%d.", i + 1).isTrue();
        }

        assertThat(mayAsk(NOON)).isFalse();
        assertThat(machines.mayAsk("10.1.2.4", NOON)).as("another machine").isTrue();
    }

    @Test
    void eachAskingIsForgottenInItsTime() {
        mayAsk(NOON);
        for (int i = 1; i < MOST; i++) {
            mayAsk(NOON.plusSeconds(60));
        }
        var over = NOON.plus(AskingMachines.WHILE);

        assertThat(mayAsk(over.minusMillis(1))).isFalse();
        assertThat(mayAsk(over)).as("in the place of the first").isTrue();
        assertThat(mayAsk(over.plusSeconds(59))).isFalse();
        assertThat(mayAsk(over.plusSeconds(60))).isTrue();
    }

    @Test
    void whatWasRefusedDoesNotCount() {
        for (int i = 0; i < 10 * MOST; i++) {
            mayAsk(NOON);
        }

        assertThat(mayAsk(NOON.plus(AskingMachines.WHILE))).isTrue();
    }

    @Test
    void theServerItselfMayAlways() {
        for (int i = 0; i < 10 * MOST; i++) {
            assertThat(machines.mayAsk(null, NOON)).isTrue();
        }
    }
}

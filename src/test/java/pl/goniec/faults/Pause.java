package pl.goniec.faults;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** Time that passes because the fault lasts so long, not because something is waited for. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        until(Instant.now().plus(duration));
    }

    static void until(Instant end) {
        Awaitility.await("the end of a pause")
                .forever()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Instant.now().isAfter(end));
    }
}

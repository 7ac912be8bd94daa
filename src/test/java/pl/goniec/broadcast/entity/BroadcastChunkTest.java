package pl.goniec.broadcast.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Each successful dispatch doubles the wait, so that a paused queue does not fill with copies. */
class BroadcastChunkTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:30:00Z");

    private static Duration waitAfter(BroadcastChunk chunk, Duration first) throws ReflectiveOperationException {
        chunk.dispatched(NOW, first);
        Field next = BroadcastChunk.class.getDeclaredField("nextDispatchAt");
        next.setAccessible(true);
        return Duration.between(NOW, (Instant) next.get(chunk));
    }

    @Test
    void waitsHalfAMinuteThenTwiceAsLongUpToTenMinutes() throws ReflectiveOperationException {
        var chunk = new BroadcastChunk();
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            waits.add(waitAfter(chunk, Duration.ofSeconds(30)).toSeconds());
        }

        assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 600L, 600L, 600L, 600L, 600L, 600L, 600L);
    }

    @Test
    void aShortFirstWaitGrowsTooAndALongOneStopsAtTenMinutes() throws ReflectiveOperationException {
        var chunk = new BroadcastChunk();
        for (int i = 0; i < 20; i++) {
            assertThat(waitAfter(chunk, Duration.ofSeconds(1))).isLessThanOrEqualTo(Duration.ofMinutes(10));
        }
        assertThat(waitAfter(new BroadcastChunk(), Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(10));
    }
}

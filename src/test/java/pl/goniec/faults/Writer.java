package pl.goniec.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A client at the window to the office who writes one message after the other. What is not acknowledged stays in his window, and he
 * presses WYŚLIJ again until it is.
 */
final class Writer extends Thread {

    /** A click on WYŚLIJ and what came of it: whether it was told, and in which words if it was not acknowledged. */
    record Click(String text, Instant at, boolean sent, boolean told, Duration took, String complaint) {}

    private final OpenPage window;
    private final Duration pause;
    private final List<Click> clicks = new CopyOnWriteArrayList<>();
    private volatile boolean last;

    Writer(String name, OpenPage window, Duration pause) {
        super(name);
        this.window = window;
        this.pause = pause;
    }

    @Override
    public void run() {
        for (int number = 1; !last; number++) {
            var next = System.nanoTime() + pause.toNanos();
            var text = getName() + " pisze po raz " + number;
            while (!click(text)) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Lets him finish the message that he is writing. */
    void finish() throws InterruptedException {
        last = true;
        join(TimeUnit.MINUTES.toMillis(2));
    }

    List<Click> clicks() {
        return clicks;
    }

    private boolean click(String text) {
        var at = Instant.now();
        try {
            var answer = window.press("reply:go:send", Map.of("reply:write:text", text));
            clicks.add(new Click(
                    text,
                    at,
                    answer.sent(),
                    answer.sent() || answer.refusedWithItsNumber(),
                    answer.took(),
                    answer.sent() ? "" : answer.toString()));
            return answer.sent();
        } catch (IOException e) {
            clicks.add(new Click(text, at, false, false, Duration.between(at, Instant.now()), e.toString()));
        } catch (InterruptedException e) {
            last = true;
            interrupt();
            return true;
        }
        return false;
    }
}

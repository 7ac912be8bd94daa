package pl.goniec.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A notice's page for its sender. */
record Ledger(long id) {

    private static final Pattern LINK = Pattern.compile("/office/broadcast\\.xhtml\\?id=([0-9]+)");

    /** Returns the ledger to which an acknowledged click leads. */
    static Ledger of(Answer answer) {
        var link = LINK.matcher(answer.body());
        if (!answer.sent() || !link.find()) {
            throw new IllegalStateException("Not sent: " + answer);
        }
        return new Ledger(Long.parseLong(link.group(1)));
    }

    /** Waits until the page says that everything is delivered. */
    void awaitFinished(PageUser head, Duration within) {
        Awaitility.await("the notice to be finished")
                .atMost(within)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> head.read("/office/broadcast.xhtml?id=" + id).contains("Wysyłka zakończona"));
    }
}

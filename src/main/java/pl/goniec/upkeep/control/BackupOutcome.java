package pl.goniec.upkeep.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Whether the last try of a backup failed, as long as this server runs; when there was a good one the files say. */
@ApplicationScoped
public class BackupOutcome {

    private volatile Instant failedAt;

    public void written() {
        failedAt = null;
    }

    public void failed(Instant at) {
        failedAt = at;
    }

    /** Returns when the last try failed; nothing if it did not. */
    public Optional<Instant> failedAt() {
        return Optional.ofNullable(failedAt);
    }
}

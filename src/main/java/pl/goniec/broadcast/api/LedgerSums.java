package pl.goniec.broadcast.api;

import java.io.Serializable;

/**
 * The ledger of a POWIADOMIENIE counted by state. The states exclude each other and add up to the total.
 *
 * @param pending accepted, not yet delivered
 * @param sent delivered, not yet read
 * @param read read by the recipient
 * @param failed could not be delivered
 */
public record LedgerSums(long pending, long sent, long read, long failed) implements Serializable {

    public long total() {
        return pending + sent + read + failed;
    }

    /** Returns how many are no longer on their way. */
    public long settled() {
        return sent + read + failed;
    }

    public boolean finished() {
        return pending == 0;
    }
}

package pl.goniec.broadcast.api;

import java.io.Serializable;

/**
 * The ledger of a POWIADOMIENIE counted by state. The states exclude each other and add up to the total.
 *
 * @param pending accepted, not yet delivered
 * @param sent delivered, not yet read
 * @param read read by the recipient
 * @param failed could not be delivered
 * @param cancelled withdrawn before it was delivered
 */
public record LedgerSums(long pending, long sent, long read, long failed, long cancelled) implements Serializable {

    public long total() {
        return pending + settled();
    }

    /** Returns how many have it. */
    public long delivered() {
        return sent + read;
    }

    /** Returns how many are no longer on their way. */
    public long settled() {
        return delivered() + failed + cancelled;
    }

    public boolean finished() {
        return pending == 0;
    }
}

package pl.goniec.broadcast.api;

/** What became of one recipient's copy. */
public enum LedgerState {
    PENDING,
    SENT,
    READ,
    FAILED,
    CANCELLED
}

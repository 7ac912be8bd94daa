package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.BroadcastId;

/** A sent POWIADOMIENIE in a list, with the sums of its ledger. */
public record BroadcastRow(
        BroadcastId id, String title, String authorName, Instant acceptedAt, int companies, LedgerSums sums)
        implements Serializable {}

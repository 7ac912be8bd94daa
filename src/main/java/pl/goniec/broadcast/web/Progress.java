package pl.goniec.broadcast.web;

import java.io.Serializable;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.shared.BroadcastId;

/** How far a broadcast has got, for the strip above the lista firm. */
public record Progress(BroadcastId id, String title, LedgerSums sums) implements Serializable {

    private static final int HUNDRED = 100;

    /** Returns how many of a hundred copies are no longer on their way. */
    public long percent() {
        return sums.total() == 0 ? HUNDRED : sums.settled() * HUNDRED / sums.total();
    }

    public boolean finished() {
        return sums.finished();
    }
}

package pl.goniec.broadcast.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.shared.BroadcastId;

/** The strip above the lista firm: the broadcast that is on its way, or the one just sent from this page. */
@Named("progress")
@RequestScoped
public class ProgressBacking {

    @Inject
    private LedgerService ledgers;

    private Progress shown;
    private BroadcastId asked;
    private boolean read;

    /** Returns what the strip shows, or null for no strip; read again once this request has sent something. */
    public Progress of(BroadcastId last) {
        if (!read || !Objects.equals(asked, last)) {
            shown = ledgers.running()
                    .map(row -> new Progress(row.id(), row.title(), row.sums()))
                    .orElseGet(() -> justSent(last));
            asked = last;
            read = true;
        }
        return shown;
    }

    private Progress justSent(BroadcastId last) {
        if (last == null) {
            return null;
        }
        var ledger = ledgers.ledger(last);
        return new Progress(last, ledger.title(), ledger.sums());
    }
}

package pl.goniec.broadcast.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.platform.faces.Rendering;
import pl.goniec.shared.BroadcastId;

/** The strip above the lista firm: the broadcast that is on its way, or the one just sent from this page. */
@Named("progress")
@RequestScoped
public class ProgressBacking {

    @Inject
    private LedgerService ledgers;

    private Progress shown;
    private boolean known;

    /** Returns what the strip shows, or null for no strip and before the answer is rendered. */
    public Progress of(BroadcastId last) {
        if (!known && Rendering.begun()) {
            shown = ledgers.running()
                    .map(row -> new Progress(row.id(), row.title(), row.sums()))
                    .orElseGet(() -> justSent(last));
            known = true;
        }
        return shown;
    }

    /** Shows what this request has sent as it was accepted: whoever waits for the answer need not wait for its ledger. */
    void accepted(AcceptedBroadcast sent, String title) {
        shown = new Progress(sent.id(), title, new LedgerSums(sent.recipients(), 0, 0, 0, 0));
        known = true;
    }

    private Progress justSent(BroadcastId last) {
        if (last == null) {
            return null;
        }
        var ledger = ledgers.ledger(last);
        return new Progress(last, ledger.title(), ledger.sums());
    }
}

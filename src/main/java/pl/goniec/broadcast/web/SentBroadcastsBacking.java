package pl.goniec.broadcast.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.broadcast.api.BroadcastRow;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.platform.faces.PagedRows;

/** The page Wysłane powiadomienia, newest first. */
@Named("sentBroadcasts")
@ViewScoped
public class SentBroadcastsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;

    @Inject
    private LedgerService ledgers;

    private final PagedRows<BroadcastRow> rows = new PagedRows<>(PAGE, (first, size) -> ledgers.sent(first, size));

    /** Reads the list as it stands. */
    public void load() {
        rows.refresh();
    }

    public PagedRows<BroadcastRow> getRows() {
        return rows;
    }
}

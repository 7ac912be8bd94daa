package pl.goniec.backoffice.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.backoffice.api.DeadLetterPage;
import pl.goniec.backoffice.api.DeadLetterRow;
import pl.goniec.backoffice.api.RefusedRequestRow;
import pl.goniec.backoffice.boundary.DeadLetterService;
import pl.goniec.broadcast.api.BroadcastRow;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PagedRows;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.Page;

/** The page Niedoręczone: dead letters, POWIADOMIENIA of which copies failed, and what programs were refused. */
@Named("undelivered")
@ViewScoped
public class UndeliveredBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 10;

    @Inject
    private DeadLetterService service;

    @Inject
    private LedgerService ledgers;

    @Inject
    private Messages messages;

    private final PagedRows<DeadLetterRow> letters = new PagedRows<>(PAGE, (first, size) -> read(first, size));
    private final PagedRows<BroadcastRow> failed = new PagedRows<>(PAGE, (first, size) -> ledgers.failed(first, size));
    private final PagedRows<RefusedRequestRow> refused =
            new PagedRows<>(PAGE, (first, size) -> service.refused(first, size));
    private boolean reachable;
    private boolean more;

    private Page<DeadLetterRow> read(int first, int size) {
        DeadLetterPage read = service.letters(first, size);
        reachable = read.reachable();
        more = read.more();
        return read.page();
    }

    /** Reads everything again. */
    public void load() {
        letters.refresh();
        failed.refresh();
        refused.refresh();
    }

    /** Puts a dead letter back to where it came from. */
    public void retry(String letter) {
        try {
            service.retry(letter);
            messages.info("deadLetter.retried");
        } catch (BusinessException e) {
            messages.show(e, null);
        }
        load();
    }

    public PagedRows<DeadLetterRow> getLetters() {
        return letters;
    }

    public PagedRows<BroadcastRow> getFailed() {
        return failed;
    }

    public PagedRows<RefusedRequestRow> getRefused() {
        return refused;
    }

    /** Tells whether there is nothing to look at, and the broker has said so too. */
    public boolean isNothing() {
        return reachable && letters.total() + failed.total() + refused.total() == 0;
    }

    /** Tells whether the broker has shown its dead letters. */
    public boolean isReachable() {
        return reachable;
    }

    /** Tells whether there are more dead letters than are counted. */
    public boolean isMore() {
        return more;
    }
}

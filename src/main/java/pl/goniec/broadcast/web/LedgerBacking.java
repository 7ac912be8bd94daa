package pl.goniec.broadcast.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import pl.goniec.broadcast.api.LedgerDetails;
import pl.goniec.broadcast.api.LedgerFilter;
import pl.goniec.broadcast.api.LedgerRow;
import pl.goniec.broadcast.api.LedgerState;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.platform.faces.PagedRows;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.BusinessException;

/** What became of one POWIADOMIENIE. The filter stands in the address; the page is read again while copies are on their way. */
@Named("ledger")
@ViewScoped
public class LedgerBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;

    @Inject
    private LedgerService ledgers;

    @Inject
    private Messages messages;

    private final PagedRows<LedgerRow> rows =
            new PagedRows<>(PAGE, (first, size) -> ledgers.receipts(broadcast(), filter(), first, size));
    private String id;
    private String state;
    private String search;
    private LedgerDetails details;

    /** Reads the ledger; one that is not the caller's is not found. */
    public void load() {
        details = ledgers.ledger(broadcast());
        rows.refresh();
    }

    public void retry() {
        try {
            messages.say(messages.count("broadcast.retried", ledgers.retry(broadcast())));
        } catch (BusinessException e) {
            messages.show(e, null);
        }
        load();
    }

    /** Returns the share of all copies, as people write it. */
    public String percent(long copies) {
        var format = NumberFormat.getPercentInstance(
                FacesContext.getCurrentInstance().getViewRoot().getLocale());
        format.setMaximumFractionDigits(1);
        long total = details.sums().total();
        return format.format(total == 0 ? 0 : (double) copies / total).replace("\u00a0", "");
    }

    /** Tells whether the row above is of the same company, whose name is then not repeated. */
    public boolean repeated(int index) {
        int at = index - rows.first();
        List<LedgerRow> shown = rows.shown();
        return at > 0
                && at < shown.size()
                && shown.get(at).company().equals(shown.get(at - 1).company());
    }

    public PagedRows<LedgerRow> getRows() {
        return rows;
    }

    public LedgerDetails getDetails() {
        return details;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** Returns the state in the address when it is one, otherwise null for all. */
    public String getState() {
        return filter().state() == null ? null : filter().state().name();
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    private LedgerFilter filter() {
        LedgerState one = Arrays.stream(LedgerState.values())
                .filter(value -> value.name().equals(state))
                .findFirst()
                .orElse(null);
        return new LedgerFilter(one, search == null ? "" : search.strip());
    }

    private BroadcastId broadcast() {
        return new BroadcastId(PageAddress.number(id));
    }
}

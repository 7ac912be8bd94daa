package pl.goniec.inbox.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.primefaces.component.datatable.DataTable;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.CompanyTotals;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.platform.faces.PagedRows;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;

/** The lista firm: one page of it, the numbers above it and the ticks. */
@Named("companies")
@ViewScoped
public class CompaniesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;
    private static final CompanyFilter EVERYTHING = new CompanyFilter(false, "", false, false, false);
    private static final CompanyTotals NOTHING = new CompanyTotals(0, 0, 0, 0);

    @Inject
    private InboxService inbox;

    @Inject
    private ConversationService conversations;

    @Inject
    private ProfileService profiles;

    @Inject
    private CompanyListView view;

    @Inject
    private BadgesBacking badges;

    @Inject
    private Messages messages;

    private final Ticks ticks = new Ticks();
    private final PagedRows<CompanyRow> rows = new PagedRows<>(PAGE, this::page);
    private CompanyTotals totals = NOTHING;

    /** Takes up the list as it was left, or the unread companies when the address asks for them. */
    public void load(boolean onlyUnread) {
        if (onlyUnread) {
            view.onlyUnread();
        }
        read();
    }

    /** Reads everything again: somebody wrote, read or sent. */
    public void refresh() {
        read();
    }

    public void find() {
        read();
        toFirstPage();
    }

    public void filter(String chip) {
        view.toggle(chip);
        read();
        toFirstPage();
    }

    public void choose(String scope) {
        view.choose("mine".equals(scope));
        read();
        toFirstPage();
    }

    public void sort(String column) {
        view.sort(column);
        read();
        toFirstPage();
    }

    /** Looks for the same text among all companies. */
    public void unfilter() {
        view.unfilter();
        read();
    }

    /** Shows every company again. */
    public void reset() {
        view.unfilter();
        view.find("");
        read();
    }

    public void tick(long company, boolean ticked) {
        ticks.set(List.of(company), ticked);
    }

    public void tickPage(boolean ticked) {
        ticks.set(pageIds(), ticked);
    }

    /** Ticks every company that matches, on whatever page it stands. */
    public void tickAll() {
        ticks.set(inbox.matching(view.filter()).stream().map(CompanyId::value).toList(), true);
    }

    public void untickAll() {
        ticks.clear();
    }

    /** Moves the caller's own markers in the ticked companies; nobody is told that anything was read. */
    public void markRead() {
        try {
            conversations.markCompaniesRead(getTicked());
        } catch (BusinessException e) {
            messages.show(e, null);
            return;
        }
        messages.say(messages.count("inbox.marked", ticks.count()));
        read();
    }

    /** Returns the ticked companies that are still the caller's. */
    public Set<CompanyId> getTicked() {
        if (ticks.count() > 0) {
            ticks.keepOnly(inbox.matching(EVERYTHING));
        }
        return ticks.ids();
    }

    /** Clears the ticks once their notice is on its way. The list itself is read again when the page hears of it. */
    public void sent(boolean accepted) {
        if (accepted) {
            ticks.clear();
        }
    }

    public PagedRows<CompanyRow> getRows() {
        return rows;
    }

    public CompanyTotals getTotals() {
        return totals;
    }

    /** Tells whether the person has no company at all, whatever is searched for. */
    public boolean isNobodys() {
        return totals.companies() == 0 && EVERYTHING.equals(view.filter());
    }

    public CompanyFilter getFilter() {
        return view.filter();
    }

    public CompanyOrder getOrder() {
        return view.order();
    }

    public String getSearch() {
        return view.filter().search();
    }

    public void setSearch(String search) {
        view.find(search);
    }

    public boolean isFiltered() {
        CompanyFilter filter = view.filter();
        return filter.mine() || filter.unread() || filter.unanswered() || filter.unreachable();
    }

    public boolean ticked(long company) {
        return ticks.has(company);
    }

    public int getTickCount() {
        return ticks.count();
    }

    /** Returns all, some or none: what the tick in the head of the table shows. */
    public String getPageTick() {
        return ticks.of(pageIds());
    }

    private List<Long> pageIds() {
        return rows.shown().stream().map(row -> row.id().value()).toList();
    }

    /** Office staff have no companies and may not even ask for them: they are shown the empty list. */
    private void read() {
        if (!profiles.me().correspondent()) {
            return;
        }
        rows.turnTo(view.first());
        if (rows.shown().isEmpty() && view.first() > 0) {
            rows.turnTo(0);
        }
    }

    private Page<CompanyRow> page(int first, int size) {
        view.turnTo(first);
        var list = inbox.companies(view.filter(), view.order(), first, size);
        totals = list.totals();
        badges.take(list.unread());
        return list.page();
    }

    private static void toFirstPage() {
        var table = (DataTable) FacesContext.getCurrentInstance().getViewRoot().findComponent("list:table");
        if (table != null) {
            table.setFirst(0);
        }
    }
}

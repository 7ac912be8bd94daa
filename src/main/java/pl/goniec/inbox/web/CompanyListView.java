package pl.goniec.inbox.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;

/** How the person left the lista firm: going into a company and back changes nothing of it. */
@SessionScoped
public class CompanyListView implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean mine;
    private String search = "";
    private boolean unread;
    private boolean unanswered;
    private boolean unreachable;
    private CompanyOrder order = CompanyOrder.ACTIVITY;
    private int first;

    CompanyFilter filter() {
        return new CompanyFilter(mine, search, unread, unanswered, unreachable);
    }

    /** Switches one of the chips; unknown names change nothing. */
    void toggle(String chip) {
        switch (chip) {
            case "unread" -> unread = !unread;
            case "unanswered" -> unanswered = !unanswered;
            case "unreachable" -> unreachable = !unreachable;
            default -> {
                return;
            }
        }
        first = 0;
    }

    /** Takes every chip out; the search stays. */
    void unfilter() {
        mine = false;
        unread = false;
        unanswered = false;
        unreachable = false;
        first = 0;
    }

    /** Shows the unread companies and nothing else, as the number in the frame promises. */
    void onlyUnread() {
        unfilter();
        search = "";
        unread = true;
    }

    void choose(boolean onlyMine) {
        mine = onlyMine;
        first = 0;
    }

    void find(String text) {
        search = text == null ? "" : text.strip();
        first = 0;
    }

    /** The head of a column orders by it, and the other way round the second time. */
    void sort(String column) {
        if ("name".equals(column)) {
            order = order == CompanyOrder.NAME ? CompanyOrder.NAME_DESCENDING : CompanyOrder.NAME;
        } else {
            order = CompanyOrder.ACTIVITY;
        }
        first = 0;
    }

    void turnTo(int row) {
        first = row;
    }

    CompanyOrder order() {
        return order;
    }

    int first() {
        return first;
    }
}

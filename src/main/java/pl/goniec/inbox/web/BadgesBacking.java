package pl.goniec.inbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.primefaces.PrimeFaces;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.inbox.api.UnreadSum;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.platform.faces.Rendering;

/**
 * Every unread number of a page, from one query per request; all are 0 before the answer is rendered. A page whose own query has
 * counted them hands over the sum.
 */
@Named("badges")
@RequestScoped
public class BadgesBacking {

    private static final long MOST_SHOWN = 99;
    private static final UnreadCounts NOTHING = new UnreadCounts(0, Map.of());

    @Inject
    private InboxService inbox;

    private UnreadCounts counts;
    private UnreadSum sum;

    /** Returns the sum over all companies of the side that the page belongs to. */
    public long getTotal() {
        return sum().messages();
    }

    /** Returns how many companies have something unread. */
    public long getCompanies() {
        return sum().companies();
    }

    /** Returns the number of one company. */
    public long of(long company) {
        return shown().of(company);
    }

    /** Returns what stands before the title of the tab: {@code (3) }, or nothing at zero. */
    public String getPrefix() {
        long total = getTotal();
        if (total == 0) {
            return "";
        }
        return "(" + (total > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(total)) + ") ";
    }

    /** Takes the sum over all companies as the page has just read it. */
    void take(UnreadSum read) {
        sum = read;
    }

    /** Reads the numbers anew and sends them with the ajax response, so that every counter on the page follows in it. */
    public void publish() {
        counts = null;
        sum = null;
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        PrimeFaces.current()
                .ajax()
                .addCallbackParam("badges", LiveNumbers.json(counts(), locale).toString());
    }

    private UnreadSum sum() {
        return sum == null ? shown().sum() : sum;
    }

    private UnreadCounts shown() {
        return Rendering.begun() ? counts() : NOTHING;
    }

    private UnreadCounts counts() {
        if (counts == null) {
            counts = office() ? inbox.officeUnread() : inbox.clientUnread();
        }
        return counts;
    }

    /** The address says on which side one acts; a page of both sides says it by a parameter. */
    private static boolean office() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        String path = external.getRequestServletPath();
        if (path.startsWith("/office/") || path.startsWith("/client/")) {
            return path.startsWith("/office/");
        }
        return external.isUserInRole("OFFICE")
                && !"client".equals(external.getRequestParameterMap().get("side"));
    }
}

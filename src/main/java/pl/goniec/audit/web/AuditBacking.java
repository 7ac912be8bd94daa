package pl.goniec.audit.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditCheck;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.api.AuditView;
import pl.goniec.audit.boundary.AuditTrailService;
import pl.goniec.platform.faces.ViewLanguage;

/** Dziennik zdarzeń: one page of the audit trail and, on request, the check of its chain. */
@Named("auditTrail")
@ViewScoped
public class AuditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 50;

    @Inject
    private AuditTrailService trail;

    @Inject
    private ViewLanguage language;

    private String from;
    private String to;
    private String who;
    private String action;
    private String refused;
    private String before;
    private AuditView view = AuditView.EMPTY;
    private boolean older;
    private AuditCheck check;

    /** Reads the page that the address asks for. */
    public void load() {
        view = trail.view(address().filter(), address().place(), PAGE + 1);
        older = view.rows().size() > PAGE;
    }

    /** Checks the whole chain, from the first row on. */
    public void verify() {
        check = trail.check();
    }

    public List<AuditRow> getRows() {
        return older ? view.rows().subList(0, PAGE) : view.rows();
    }

    /** Returns what a row is about, in the words of its reader. */
    public String words(AuditRow row) {
        return new AuditWords(view, language.getLocale()).of(row);
    }

    public AuditCheck getCheck() {
        return check;
    }

    public AuditAction[] getActions() {
        return AuditAction.values();
    }

    /** Returns the query of the address of the newest rows under the same filter. */
    public String getQuery() {
        return address().query();
    }

    /** Returns the query for the rows that come next, or nothing when these are the oldest. */
    public String getOlder() {
        return older ? address().queryBefore(view.rows().get(PAGE - 1).place()) : null;
    }

    /** Tells whether newer rows than these are there. */
    public boolean isTurned() {
        return !address().place().equals(AuditPlace.NEWEST);
    }

    private AuditAddress address() {
        return new AuditAddress(from, to, who, action, refused, before);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getRefused() {
        return refused;
    }

    public void setRefused(String refused) {
        this.refused = refused;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }
}

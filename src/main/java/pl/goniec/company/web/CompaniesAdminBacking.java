package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pl.goniec.company.api.CaretakerChoice;
import pl.goniec.company.api.CompanyAdminFilter;
import pl.goniec.company.api.CompanyAdminFilter.Activity;
import pl.goniec.company.api.CompanyAdminRow;
import pl.goniec.company.boundary.CaretakerService;
import pl.goniec.company.boundary.CompanyAdminService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;

/** Firmy: one page of all companies of the office. Search, filters and page stand in the address. */
@Named("companiesAdmin")
@ViewScoped
public class CompaniesAdminBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;
    private static final int MOST_PAGES = 100_000;

    @Inject
    private CompanyAdminService companies;

    @Inject
    private CaretakerService caretakers;

    private String search = "";
    private String caretaker;
    private String activity;
    private String page;
    private Page<CompanyAdminRow> rows = new Page<>(List.of(), 0);
    private List<CaretakerChoice> choices = List.of();

    /** Reads the page that the address asks for. */
    public void load() {
        choices = caretakers.caretakers();
        rows = companies.companies(filter(), first(), PAGE);
        if (rows.rows().isEmpty() && first() > 0) {
            page = null;
            rows = companies.companies(filter(), 0, PAGE);
        }
    }

    public List<CompanyAdminRow> getRows() {
        return rows.rows();
    }

    public long getTotal() {
        return rows.total();
    }

    public List<CaretakerChoice> getChoices() {
        return choices;
    }

    public Activity[] getActivities() {
        return Activity.values();
    }

    /** Returns which companies are shown; an unknown word in the address shows the active ones. */
    public Activity getShown() {
        for (var one : Activity.values()) {
            if (one.name().equals(activity)) {
                return one;
            }
        }
        return Activity.ACTIVE;
    }

    /** Tells whether anything narrows the list. */
    public boolean isFiltered() {
        return !search.isBlank() || caretaker != null || getShown() != Activity.ACTIVE;
    }

    public int getFirst() {
        return first();
    }

    public int getLast() {
        return first() + rows.rows().size();
    }

    /** Returns the query of the page before this one, or null on the first. */
    public String getPrevious() {
        return first() == 0 ? null : query(pageNumber() - 1);
    }

    /** Returns the query of the next page, or null on the last. */
    public String getNext() {
        return getLast() >= rows.total() ? null : query(pageNumber() + 1);
    }

    private String query(long number) {
        return "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
                + (caretaker == null ? "" : "&caretaker=" + caretaker)
                + "&show=" + getShown()
                + "&page=" + number;
    }

    private CompanyAdminFilter filter() {
        return new CompanyAdminFilter(
                search, caretaker == null ? null : new PersonId(PageAddress.number(caretaker)), getShown());
    }

    private int first() {
        return Math.toIntExact((pageNumber() - 1) * PAGE);
    }

    private long pageNumber() {
        return page == null ? 1 : Math.max(1, Math.min(MOST_PAGES, PageAddress.number(page)));
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public String getCaretaker() {
        return caretaker;
    }

    public void setCaretaker(String caretaker) {
        this.caretaker = caretaker == null || caretaker.isBlank() ? null : caretaker;
    }

    public String getActivity() {
        return activity;
    }

    public void setActivity(String activity) {
        this.activity = activity;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page == null || page.isBlank() ? null : page;
    }
}

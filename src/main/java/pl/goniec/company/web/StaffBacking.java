package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.identity.api.StaffRow;
import pl.goniec.identity.boundary.StaffService;
import pl.goniec.platform.faces.PagedRows;

/** Osoby: the people of the office, a page at a time. */
@Named("staff")
@ViewScoped
public class StaffBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;

    @Inject
    private StaffService service;

    private final PagedRows<StaffRow> rows =
            new PagedRows<>(PAGE, (first, size) -> service.people(search(), first, size));

    private String search;

    /** Reads the list as it stands. */
    public void load() {
        rows.refresh();
    }

    /** Begins at the first page of those whom the search finds. */
    public void find() {
        rows.turnTo(0);
    }

    public PagedRows<StaffRow> getRows() {
        return rows;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    private String search() {
        return search == null ? "" : search.strip();
    }
}

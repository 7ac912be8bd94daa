package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import pl.goniec.company.api.PersonFilter;
import pl.goniec.company.api.PersonRow;
import pl.goniec.company.boundary.DirectoryService;
import pl.goniec.identity.api.AccountState;
import pl.goniec.platform.faces.PagedRows;

/** Osoby: people of both sides, a page at a time. */
@Named("directory")
@ViewScoped
public class DirectoryBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE = 25;

    @Inject
    private DirectoryService service;

    private final PagedRows<PersonRow> rows =
            new PagedRows<>(PAGE, (first, size) -> service.people(filter(), first, size));

    private String search;
    private AccountState state;

    /** Reads the list as it stands. */
    public void load() {
        rows.refresh();
    }

    /** Begins at the first page of those whom search and state find. */
    public void find() {
        rows.turnTo(0);
    }

    public PagedRows<PersonRow> getRows() {
        return rows;
    }

    public AccountState[] getStates() {
        return AccountState.values();
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    /** Returns the only state that is shown, or null when all are. */
    public AccountState getState() {
        return state;
    }

    public void setState(AccountState state) {
        this.state = state;
    }

    private PersonFilter filter() {
        return new PersonFilter(search, state);
    }
}

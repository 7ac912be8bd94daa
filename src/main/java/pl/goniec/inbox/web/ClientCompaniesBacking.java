package pl.goniec.inbox.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import pl.goniec.inbox.api.ClientCompanyRow;
import pl.goniec.inbox.boundary.InboxService;

/** The companies of a client who has several; who has one never sees the list. */
@Named("clientCompanies")
@ViewScoped
public class ClientCompaniesBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private InboxService inbox;

    private List<ClientCompanyRow> rows;

    /** Returns where to go instead, or null to stay. */
    public String load() {
        return getRows().size() == 1
                ? "/client/home?faces-redirect=true&company=" + rows.get(0).id()
                : null;
    }

    /** Tells whether there is a list to go back to. */
    public boolean isSeveral() {
        return getRows().size() > 1;
    }

    public List<ClientCompanyRow> getRows() {
        if (rows == null) {
            rows = inbox.myCompanies();
        }
        return rows;
    }
}

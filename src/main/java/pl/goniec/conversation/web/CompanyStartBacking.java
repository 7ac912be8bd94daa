package pl.goniec.conversation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.CompanyId;

/** START » STRONA GŁÓWNA of the office: who belongs to the company, who looks after it, what was said last. */
@Named("companyStart")
@ViewScoped
public class CompanyStartBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LATEST = 6;

    @Inject
    private CompanyService companies;

    @Inject
    private ConversationService conversations;

    private String company;
    private CompanyDetails details;
    private List<MessageRow> latest = List.of();

    public void load() {
        details = companies.open(companyId());
        refresh();
    }

    public void refresh() {
        latest = conversations.latest(companyId(), LATEST);
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public CompanyDetails getDetails() {
        return details;
    }

    public List<MessageRow> getLatest() {
        return latest;
    }

    private CompanyId companyId() {
        return new CompanyId(PageAddress.number(company));
    }
}

package pl.goniec.company.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.company.boundary.PeopleService;
import pl.goniec.platform.faces.PageAddress;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Pracownicy firmy of the office, and Pracownicy of an entrepreneur: the same list, of all people or of the employees. */
@Named("people")
@ViewScoped
public class PeopleBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CompanyService companies;

    @Inject
    private PeopleService people;

    private String company;
    private CompanyDetails details;
    private List<CompanyMember> rows = List.of();

    /** Reads the company and its people for the office. */
    public void loadForOffice() {
        details = companies.open(companyId());
        refresh();
    }

    /** Reads the company and its employees for its entrepreneur. */
    public void loadForClient() {
        // Asked first: an employee is told that this is not for him, whatever company he names.
        rows = people.employees(companyId());
        details = companies.openAsClient(companyId());
    }

    /** Reads the people anew. */
    public void refresh() {
        rows = isOffice() ? people.people(companyId()) : people.employees(companyId());
    }

    public boolean isOffice() {
        return details.role().side() == Side.OFFICE;
    }

    /** Tells whether the office still has to add the owner of the company; of employees alone nobody can tell. */
    boolean isWithoutEntrepreneur() {
        return isOffice()
                && rows.stream()
                        .noneMatch(one -> one.leftAt() == null && one.contact().role() == Role.ENTREPRENEUR);
    }

    public List<CompanyMember> getRows() {
        return rows;
    }

    public CompanyDetails getDetails() {
        return details;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    CompanyId companyId() {
        return new CompanyId(PageAddress.number(company));
    }
}

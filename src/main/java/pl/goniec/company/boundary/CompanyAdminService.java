package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import pl.goniec.company.api.CompanyAdminDetails;
import pl.goniec.company.api.CompanyAdminFilter;
import pl.goniec.company.api.CompanyAdminRow;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.InvalidCompanyException;
import pl.goniec.company.control.CareRepository;
import pl.goniec.company.control.CompanyAdminQueries;
import pl.goniec.company.control.CompanyRepository;
import pl.goniec.company.entity.Company;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;

/** The companies as the head of the office keeps them. Nothing is ever deleted. */
@Stateless
@DenyAll
@RefusalsReported
public class CompanyAdminService {

    @Inject
    CallerScope caller;

    @Inject
    CompanyRepository companies;

    @Inject
    CompanyAdminQueries queries;

    @Inject
    CareRepository care;

    @Inject
    Event<CompanyChanged> events;

    /** Returns the companies from {@code first} on by name, at most {@code size}, and how many match. */
    @RolesAllowed(OFFICE_HEAD)
    public Page<CompanyAdminRow> companies(CompanyAdminFilter filter, int first, int size) {
        caller.head();
        return queries.companies(filter, first, size);
    }

    /**
     * Returns a company with everybody who looks, looked or will look after it.
     *
     * @throws NotFoundException when there is none
     */
    @RolesAllowed(OFFICE_HEAD)
    public CompanyAdminDetails company(CompanyId id) {
        caller.head();
        var company = companies.get(id);
        return new CompanyAdminDetails(
                id, company.version(), company.data(), company.active(), queries.care(id, care.now()));
    }

    /**
     * Adds a company. Nobody looks after it yet, but every head sees it at once.
     *
     * @throws InvalidCompanyException when the data is not as it must be
     * @throws ConflictException {@code company.nipTaken} or {@code company.numberTaken} with the other company's name
     */
    @RolesAllowed(OFFICE_HEAD)
    public CompanyId add(CompanyData data) {
        caller.head();
        companies.requireUnique(data.checked(), CompanyRepository.NONE);
        var company = new Company(data);
        companies.add(company);
        events.fire(new CompanyChanged(CompanyDeed.ADDED, company.id()));
        return company.id();
    }

    /**
     * Changes what is kept of a company.
     *
     * @param version of the company that the caller has seen
     * @throws NotFoundException when there is none
     * @throws InvalidCompanyException when the data is not as it must be
     * @throws ConflictException {@code company.stale} when somebody has changed it since, {@code company.nipTaken} or
     *     {@code company.numberTaken} with the other company's name
     */
    @RolesAllowed(OFFICE_HEAD)
    public void change(CompanyId id, long version, CompanyData data) {
        caller.head();
        var company = companies.locked(id);
        companies.requireUnique(data.checked(), id);
        company.change(version, data);
        companies.flush();
        events.fire(new CompanyChanged(CompanyDeed.CHANGED, id));
    }

    /**
     * Takes a company out of everybody's lists at once; nobody has a right there from now on.
     *
     * @throws NotFoundException when there is none
     * @throws ConflictException {@code company.inactive} when it is out already
     */
    @RolesAllowed(OFFICE_HEAD)
    public void deactivate(CompanyId id) {
        caller.head();
        var company = companies.locked(id);
        var audience = queries.audience(id);
        company.deactivate();
        events.fire(new CompanyChanged(CompanyDeed.DEACTIVATED, id, audience));
    }

    /**
     * Brings a company back, with its people, caretakers and correspondence.
     *
     * @throws NotFoundException when there is none
     * @throws ConflictException {@code company.active} when it never was out
     */
    @RolesAllowed(OFFICE_HEAD)
    public void activate(CompanyId id) {
        caller.head();
        companies.locked(id).activate();
        companies.flush();
        events.fire(new CompanyChanged(CompanyDeed.ACTIVATED, id, queries.audience(id)));
    }
}

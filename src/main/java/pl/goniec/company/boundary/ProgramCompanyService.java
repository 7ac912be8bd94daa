package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import pl.goniec.company.api.CompanyChanged;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.CompanyDeed;
import pl.goniec.company.api.CompanyUpdate;
import pl.goniec.company.api.InvalidCompanyException;
import pl.goniec.company.api.Upserted;
import pl.goniec.company.control.CompanyAdminQueries;
import pl.goniec.company.control.CompanyRepository;
import pl.goniec.company.entity.Company;
import pl.goniec.shared.ConflictException;

/** The companies as a program of the office keeps them, with the rights of the head. */
@Stateless
@DenyAll
public class ProgramCompanyService {

    @Inject
    CompanyRepository companies;

    @Inject
    CompanyAdminQueries queries;

    @Inject
    Event<CompanyChanged> events;

    /**
     * Adds a company, or changes the one that has its tax number.
     *
     * @throws InvalidCompanyException when the data is not as it must be, a new company without a name included
     * @throws ConflictException {@code company.numberTaken} with the other company's name, {@code company.duplicate} when another
     *     one comes first at this moment
     */
    @RolesAllowed(SYSTEM)
    public Upserted upsert(CompanyUpdate update) {
        return companies
                .lockedByNip(update.over(CompanyData.NEW).tidy().nip())
                .map(company -> change(company, update))
                .orElseGet(() -> add(update));
    }

    private Upserted add(CompanyUpdate update) {
        var data = update.over(CompanyData.NEW).checked();
        companies.requireUnique(data, CompanyRepository.NONE);
        var company = new Company(data);
        companies.add(company);
        tell(CompanyDeed.ADDED, company);
        keepActive(company, update);
        return Upserted.ADDED;
    }

    private Upserted change(Company company, CompanyUpdate update) {
        var before = company.data().tidy();
        var data = update.over(before).checked();
        boolean other = !data.equals(before);
        if (other) {
            companies.requireUnique(data, company.id());
            company.change(company.version(), data);
            companies.flush();
            tell(CompanyDeed.CHANGED, company);
        }
        return keepActive(company, update) || other ? Upserted.CHANGED : Upserted.UNCHANGED;
    }

    /** Takes the company out of everybody's lists or brings it back, if that is said; tells whether it changed. */
    private boolean keepActive(Company company, CompanyUpdate update) {
        if (update.active() == null || update.active() == company.active()) {
            return false;
        }
        if (update.active()) {
            company.activate();
            companies.flush();
            events.fire(new CompanyChanged(CompanyDeed.ACTIVATED, company.id(), queries.audience(company.id())));
        } else {
            var audience = queries.audience(company.id());
            company.deactivate();
            events.fire(new CompanyChanged(CompanyDeed.DEACTIVATED, company.id(), audience));
        }
        return true;
    }

    private void tell(CompanyDeed deed, Company company) {
        events.fire(new CompanyChanged(deed, company.id()));
    }
}

package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.control.CompanyQueries;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.NotFoundException;

/** Client companies. */
@Stateless
@DenyAll
@RefusalsReported
public class CompanyService {

    @Inject
    CallerScope caller;

    @Inject
    CompanyQueries queries;

    /**
     * Returns a company as the office sees it, with its people.
     *
     * @throws NotFoundException when it is not the caller's
     */
    @RolesAllowed(OFFICE)
    public CompanyDetails open(CompanyId id) {
        var scope = caller.office();
        var role = queries.role(id, scope).orElseThrow(NotFoundException::new);
        var company = queries.company(id);
        return new CompanyDetails(
                id,
                company.name(),
                company.formattedNip(),
                role,
                true,
                company.entrepreneursLook(),
                queries.caretakers(id),
                queries.people(id));
    }

    /**
     * Returns a company as its own people see it.
     *
     * @throws NotFoundException when the caller does not belong to it
     */
    @RolesAllowed(CLIENT)
    public CompanyDetails openAsClient(CompanyId id) {
        var scope = caller.client();
        var role = queries.role(id, scope).orElseThrow(NotFoundException::new);
        var company = queries.company(id);
        return new CompanyDetails(
                id,
                company.name(),
                company.formattedNip(),
                role,
                queries.mayStart(id, scope.person()),
                company.entrepreneursLook(),
                queries.caretakers(id),
                List.of());
    }

    /**
     * Checks that all companies are the caller's, on the sides of the scope.
     *
     * @throws NotFoundException when one of them is not; a mixed request is refused whole
     */
    @RolesAllowed({OFFICE, CLIENT})
    public void requireAll(Set<CompanyId> companies, AccessScope scope) {
        boolean his = companies.size() == 1
                ? queries.role(companies.iterator().next(), scope).isPresent()
                : queries.accessible(scope).containsAll(companies);
        if (!his) {
            throw new NotFoundException();
        }
    }
}

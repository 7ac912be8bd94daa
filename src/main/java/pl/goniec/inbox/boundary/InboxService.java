package pl.goniec.inbox.boundary;

import static pl.goniec.platform.security.Roles.CARETAKER;
import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.inbox.api.ClientCompanyRow;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.CompanyTotals;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.inbox.control.CompanyListQueries;
import pl.goniec.inbox.control.UnreadQueries;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;

/** The lista firm and the unread numbers: everybody sees exactly what is his. */
@Stateless
@DenyAll
@RefusalsReported
public class InboxService {

    @Inject
    CallerScope caller;

    @Inject
    CompanyListQueries companies;

    @Inject
    UnreadQueries unread;

    /** Returns a page of the lista firm in the order asked for, from {@code first} on, at most {@code size} rows. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Page<CompanyRow> companies(CompanyFilter filter, CompanyOrder order, int first, int size) {
        var scope = caller.office();
        return new Page<>(
                companies.rows(filter, order, first, size, scope),
                companies.matching(filter, scope).size());
    }

    /** Returns the numbers above the list, within the search and the choice of mine or all. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public CompanyTotals totals(boolean mine, String search) {
        return companies.totals(mine, search, caller.office());
    }

    /** Returns all companies that match, on whatever page they stand. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Set<CompanyId> matching(CompanyFilter filter) {
        return companies.matching(filter, caller.office()).stream()
                .map(CompanyId::new)
                .collect(Collectors.toSet());
    }

    /** Returns every unread number of the caller on the office's side. */
    @RolesAllowed(OFFICE)
    public UnreadCounts officeUnread() {
        return unread.office(caller.office());
    }

    /** Returns every unread number of the caller on the client's side. */
    @RolesAllowed(CLIENT)
    public UnreadCounts clientUnread() {
        return unread.client(caller.client());
    }

    /** Returns the caller's own companies, by name. */
    @RolesAllowed(CLIENT)
    public List<ClientCompanyRow> myCompanies() {
        var scope = caller.client();
        return companies.ofClient(scope, unread.client(scope));
    }
}

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
import pl.goniec.inbox.api.CompanyList;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.inbox.control.CompanyListQueries;
import pl.goniec.inbox.control.UnreadQueries;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.CompanyId;

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

    /** Returns the lista firm with the rows from {@code first} on, at most {@code size}. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public CompanyList companies(CompanyFilter filter, CompanyOrder order, int first, int size) {
        return companies.list(filter, order, first, size, caller.office());
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

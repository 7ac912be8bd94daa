package pl.goniec.inbox.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.inbox.api.HandoverList;
import pl.goniec.inbox.control.HandoverQueries;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** What a hand-over of companies leaves open. The hand-over itself is {@code company.boundary.CaretakerService}'s. */
@Stateless
@DenyAll
@RefusalsReported
public class HandoverService {

    /** The most rows that are read at a time. */
    public static final int MAX_PAGE = 100;

    @Inject
    CallerScope caller;

    @Inject
    HandoverQueries queries;

    /**
     * Returns a page of the companies that a person of the office looks after now, by name; none when there is no such person.
     *
     * @param from null for the active companies that nobody looks after
     * @param foremost those of them that stand before all others
     * @param size of the page, at most {@value #MAX_PAGE}
     */
    @RolesAllowed(OFFICE_HEAD)
    public HandoverList companies(PersonId from, Set<CompanyId> foremost, int first, int size) {
        var scope = caller.head();
        return queries.companies(from, foremost, Math.max(0, first), Math.min(Math.max(1, size), MAX_PAGE), scope);
    }

    /** Returns all of them, on whatever page they stand. */
    @RolesAllowed(OFFICE_HEAD)
    public Set<CompanyId> all(PersonId from) {
        caller.head();
        return queries.all(from);
    }
}

package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import pl.goniec.company.api.PersonFilter;
import pl.goniec.company.api.PersonRow;
import pl.goniec.company.control.DirectoryQueries;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.Page;

/** Everybody whom Goniec knows, of the office and of its clients, as its head finds them. */
@Stateless
@DenyAll
@RefusalsReported
public class DirectoryService {

    /** The most rows that are read at a time. */
    public static final int MAX_PAGE = 100;

    @Inject
    CallerScope caller;

    @Inject
    DirectoryQueries queries;

    /**
     * Returns people, those of the office first, in the order of their names, and how many match.
     *
     * @param first row of the page, counted from 0
     * @param size of the page, at most {@value #MAX_PAGE}
     * @throws ForbiddenException when the caller is the head no more
     */
    @RolesAllowed(OFFICE_HEAD)
    public Page<PersonRow> people(PersonFilter filter, int first, int size) {
        return queries.people(filter, caller.head(), Math.max(0, first), Math.min(Math.max(1, size), MAX_PAGE));
    }
}

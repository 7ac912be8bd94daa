package pl.goniec.inbox.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.inbox.control.HandoverQueries;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.PersonId;

/** What a hand-over of companies leaves open. The hand-over itself is {@code company.boundary.CaretakerService}'s. */
@Stateless
@DenyAll
@RefusalsReported
public class HandoverService {

    @Inject
    CallerScope caller;

    @Inject
    HandoverQueries queries;

    /** Returns the companies that a person of the office looks after now, by name; none when there is no such person. */
    @RolesAllowed(OFFICE_HEAD)
    public List<HandoverRow> companies(PersonId from) {
        return queries.companies(from, caller.head());
    }
}

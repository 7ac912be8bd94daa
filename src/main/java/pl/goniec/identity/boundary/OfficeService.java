package pl.goniec.identity.boundary;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.control.OfficeQueries;

/** What anybody may know of the office, before log-in too. */
@Stateless
@DenyAll
public class OfficeService {

    @Inject
    OfficeQueries queries;

    /** Returns the office's name, phone and hours. */
    @PermitAll
    public OfficeDetails office() {
        return queries.office();
    }
}

package pl.goniec.company.api;

import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * A company was added, changed, deactivated or activated.
 *
 * @param audience from whom it is taken when it is deactivated, or to whom it comes back; otherwise nobody
 */
public record CompanyChanged(CompanyDeed deed, CompanyId company, Set<PersonId> audience) {

    public CompanyChanged {
        audience = Set.copyOf(audience);
    }

    /** Takes the company from nobody and gives it to nobody. */
    public CompanyChanged(CompanyDeed deed, CompanyId company) {
        this(deed, company, Set.of());
    }
}

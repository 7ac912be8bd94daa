package pl.goniec.company.api;

import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** A person of the office begins to look after companies: now, not when it was decided. */
public record CaretakerAssigned(Set<CompanyId> companies, PersonId person) {

    public CaretakerAssigned {
        companies = Set.copyOf(companies);
    }
}

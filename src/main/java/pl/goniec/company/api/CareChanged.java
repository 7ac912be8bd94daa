package pl.goniec.company.api;

import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Somebody was given companies to look after, or has them no more. */
public record CareChanged(CareDeed deed, Set<CompanyId> companies, PersonId person) {

    public CareChanged {
        companies = Set.copyOf(companies);
    }
}

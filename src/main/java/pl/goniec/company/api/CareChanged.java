package pl.goniec.company.api;

import java.time.LocalDate;
import java.util.Set;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * Somebody was given companies to look after, or has them no more.
 *
 * @param firstDay of a substitute, in Europe/Warsaw, or null
 * @param lastDay of a substitute, the last one on which he looks after them, or null
 */
public record CareChanged(
        CareDeed deed, Set<CompanyId> companies, PersonId person, LocalDate firstDay, LocalDate lastDay) {

    public CareChanged {
        companies = Set.copyOf(companies);
    }

    /** What has no days. */
    public CareChanged(CareDeed deed, Set<CompanyId> companies, PersonId person) {
        this(deed, companies, person, null, null);
    }
}

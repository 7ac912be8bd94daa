package pl.goniec.company.api;

import java.io.Serializable;
import java.util.List;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Role;

/**
 * A company as the caller may see it.
 *
 * @param nip as people write it, with dashes
 * @param role what the caller is for this company
 * @param mayStart whether the caller may start a conversation with it or in it
 * @param entrepreneursLook whether entrepreneurs may read the conversations of its employees
 * @param caretakers who looks after it today, substitutes last
 * @param people its entrepreneurs and employees, entrepreneurs first; empty for a client
 */
public record CompanyDetails(
        CompanyId id,
        String name,
        String nip,
        Role role,
        boolean mayStart,
        boolean entrepreneursLook,
        List<CompanyContact> caretakers,
        List<CompanyContact> people)
        implements Serializable {

    public CompanyDetails {
        caretakers = List.copyOf(caretakers);
        people = List.copyOf(people);
    }
}

package pl.goniec.company.api;

import java.io.Serializable;
import java.util.List;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.PersonId;

/**
 * A person of either side in the head's list.
 *
 * @param phone may be null
 * @param position what he is in the office, or null
 * @param caredFor how many companies he looks after today, deactivated ones included
 * @param ties what he is in client companies, by their names
 */
public record PersonRow(
        PersonId id,
        String name,
        String email,
        String phone,
        OfficePosition position,
        AccountState state,
        long caredFor,
        List<PersonTie> ties)
        implements Serializable {

    public PersonRow {
        ties = List.copyOf(ties);
    }
}

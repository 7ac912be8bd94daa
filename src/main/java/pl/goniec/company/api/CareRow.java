package pl.goniec.company.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Initials;
import pl.goniec.shared.CareId;
import pl.goniec.shared.PersonId;

/**
 * One time in which somebody looked, looks or will look after a company.
 *
 * @param to null while it lasts without an end
 */
public record CareRow(
        CareId id,
        PersonId person,
        String name,
        String email,
        AccountState account,
        boolean substitute,
        Instant from,
        Instant to,
        CareTime time)
        implements Serializable {

    public String initials() {
        return Initials.of(name);
    }
}

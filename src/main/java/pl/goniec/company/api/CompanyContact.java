package pl.goniec.company.api;

import java.io.Serializable;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.Initials;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * A person of a company or one who looks after it.
 *
 * @param phone may be null
 * @param substitute whether he looks after the company for a limited time
 */
public record CompanyContact(
        PersonId id, String name, String email, String phone, Role role, AccountState state, boolean substitute)
        implements Serializable {

    public String initials() {
        return Initials.of(name);
    }

    /** Returns the same without the phone number. */
    public CompanyContact withoutPhone() {
        return new CompanyContact(id, name, email, null, role, state, substitute);
    }
}

package pl.goniec.identity.api;

import pl.goniec.shared.PersonId;

/**
 * Something happened to a person's account.
 *
 * @param detail what it is now, as the audit trail says it; nothing where the deed says all
 */
public record AccountChanged(AccountDeed deed, PersonId person, String detail) {

    /** A deed that says all. */
    public AccountChanged(AccountDeed deed, PersonId person) {
        this(deed, person, "");
    }
}

package pl.goniec.identity.api;

import pl.goniec.shared.PersonId;

/** Something happened to a person's account. */
public record AccountChanged(AccountDeed deed, PersonId person) {}

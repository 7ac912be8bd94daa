package pl.goniec.identity.api;

import pl.goniec.shared.PersonId;

/** Somebody has become a head of the office, who sees every company from now on. */
public record HeadAppointed(PersonId person) {}

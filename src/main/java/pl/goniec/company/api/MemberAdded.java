package pl.goniec.company.api;

import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** A person has become a client in a company, for the first time or again. */
public record MemberAdded(CompanyId company, PersonId person) {}

package pl.goniec.company.api;

import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** A person is no client in the company any more. */
public record MemberLeft(CompanyId company, PersonId person) {}

package pl.goniec.company.api;

import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** A person is something else in his company now, or may do something else there. */
public record MemberChanged(CompanyId company, PersonId person) {}

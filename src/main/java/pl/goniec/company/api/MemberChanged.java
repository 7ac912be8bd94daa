package pl.goniec.company.api;

import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * A person is something else in his company now, or may do something else there.
 *
 * @param as what he is there now
 */
public record MemberChanged(CompanyId company, PersonId person, MemberChange as) {}

package pl.goniec.company.control;

import java.util.Map;
import java.util.Set;
import pl.goniec.company.api.CompanyData;
import pl.goniec.company.api.MemberChange;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/**
 * What Goniec has when a list comes, read once.
 *
 * @param companies by tax number
 * @param people by e-mail
 */
record KnownOffice(Map<String, KnownCompany> companies, Map<String, KnownPerson> people) {

    /**
     * A company that is there.
     *
     * @param members what its people are, by e-mail
     * @param former e-mails of those who have left it
     * @param caretakers e-mails of those who look after it now or will
     */
    record KnownCompany(
            CompanyId id,
            long version,
            boolean active,
            CompanyData data,
            Map<String, MemberChange> members,
            Set<String> former,
            Set<String> caretakers) {}

    /** A person who is there; without a position he is a client only. */
    record KnownPerson(PersonId id, OfficePosition position) {}
}

package pl.goniec.company.control;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
 * @param uninvited e-mails of those whose account was never in use, who have no invitation that works and may be sent one now
 */
record KnownOffice(Map<String, KnownCompany> companies, Map<String, KnownPerson> people, Set<String> uninvited) {

    /** Returns those who look after a company and may be given one, by e-mail. */
    Set<String> caretakers(KnownCompany company) {
        return company.caretakers().stream()
                .filter(email -> people.get(email).position() == OfficePosition.CARETAKER)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A company that is there.
     *
     * @param members what its people are, by e-mail
     * @param former e-mails of those who have left it
     * @param caretakers e-mails of those who look after it now or will
     * @param substitutes e-mails of those who do so, or will, for some days
     */
    record KnownCompany(
            CompanyId id,
            long version,
            boolean active,
            CompanyData data,
            Map<String, MemberChange> members,
            Set<String> former,
            Set<String> caretakers,
            Set<String> substitutes) {

        /** Tells whether a person looks after it or will, for some days or for good. */
        boolean isLookedAfterBy(String email) {
            return caretakers.contains(email) || substitutes.contains(email);
        }
    }

    /** A person who is there; without a position he is a client only, and whose account is blocked is given no company. */
    record KnownPerson(PersonId id, OfficePosition position, boolean blocked) {}
}

package pl.goniec.company.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * A client person of a company, for those who keep its people.
 *
 * @param version of what he is in the company, to be said with a change of it
 * @param account version of his name and address, to be said with a change of them
 * @param mayStart whether he may start a conversation with the office
 * @param invitedUntil until when the invitation that he has works, or null when he has none
 * @param leftAt when he left the company, or null
 * @param blockedByOffice whether it is the office that has blocked his account
 * @param may what the caller may do with him now
 */
public record CompanyMember(
        CompanyContact contact,
        long version,
        long account,
        boolean mayStart,
        Instant invitedUntil,
        Instant leftAt,
        boolean blockedByOffice,
        Set<MemberDeed> may)
        implements Serializable {

    public CompanyMember {
        may = Set.copyOf(may);
    }

    /** Tells whether the caller may do this with him, by the name of the deed. */
    public boolean may(String deed) {
        return may.contains(MemberDeed.valueOf(deed));
    }
}

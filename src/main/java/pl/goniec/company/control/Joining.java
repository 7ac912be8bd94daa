package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.entity.Membership;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** The one way in which somebody becomes a client in a company, or comes back to it, whoever adds him. */
@Dependent
public class Joining {

    @Inject
    MembershipRepository memberships;

    @Inject
    Event<MemberAdded> events;

    /** Makes the person a client; the company is locked, and that he may be added has been asked for before. */
    public void join(CompanyId company, PersonId person, MemberData data) {
        memberships
                .find(company, person)
                .ifPresentOrElse(
                        former -> former.comeBack(data.role(), data.mayStart()),
                        () -> memberships.add(new Membership(company, person, data.role(), data.mayStart())));
        events.fire(new MemberAdded(company, person));
    }
}

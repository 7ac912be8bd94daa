package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberChanged;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.Upserted;
import pl.goniec.company.control.CompanyQueries;
import pl.goniec.company.control.Joining;
import pl.goniec.company.control.MemberQueries;
import pl.goniec.company.control.MembershipRepository;
import pl.goniec.company.entity.Membership;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.PersonId;

/** The client people of a company as a program of the office keeps them, with the rights of the head. */
@Stateless
@DenyAll
public class ProgramPeopleService {

    @Inject
    CompanyQueries companies;

    @Inject
    MemberQueries members;

    @Inject
    MembershipRepository memberships;

    @Inject
    Joining joining;

    @Inject
    Accounts accounts;

    @Inject
    Event<MemberChanged> events;

    /**
     * Makes somebody a client in the company, or changes what he is there. A person whom Goniec knows by the e-mail address keeps
     * name, phone and language.
     *
     * @param company that there is
     * @param invite whether somebody who joins gets the letter that belongs to it
     * @throws BusinessException {@code person.…}, when the data are wrong
     * @throws ConflictException {@code people.caretaker} when he looks after the company, {@code person.email.taken} when somebody
     *     else adds the same address at this moment
     */
    @RolesAllowed(SYSTEM)
    public Upserted upsert(CompanyId company, MemberData data, boolean invite) {
        var newcomer = new NewPerson(data.email(), data.name(), data.phone(), data.language());
        newcomer.data().fault().ifPresent(key -> {
            throw new BusinessException(key);
        });
        memberships.lock(company);
        var known = accounts.known(newcomer);
        var member = known.flatMap(person -> present(company, person));
        return member.isPresent()
                ? change(company, known.get(), member.get(), data)
                : add(company, known.orElseGet(() -> accounts.addNew(newcomer)), data, invite);
    }

    private Optional<Membership> present(CompanyId company, PersonId person) {
        return memberships.find(company, person).filter(one -> !one.hasLeft());
    }

    private Upserted change(CompanyId company, PersonId person, Membership member, MemberData data) {
        var before = new MemberChange(member.role(), member.mayStart());
        member.comeBack(data.role(), data.mayStart());
        var after = new MemberChange(member.role(), member.mayStart());
        if (after.equals(before)) {
            return Upserted.UNCHANGED;
        }
        events.fire(new MemberChanged(company, person, after));
        return Upserted.CHANGED;
    }

    private Upserted add(CompanyId company, PersonId person, MemberData data, boolean invite) {
        if (members.looksAfter(person, company)) {
            throw new ConflictException("people.caretaker");
        }
        joining.join(company, person, data);
        if (invite) {
            accounts.welcome(person, companies.company(company).name());
        }
        return Upserted.ADDED;
    }
}

package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.CARETAKER;
import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.api.MemberChange;
import pl.goniec.company.api.MemberChanged;
import pl.goniec.company.api.MemberData;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.company.api.MemberLeft;
import pl.goniec.company.control.CompanyQueries;
import pl.goniec.company.control.Joining;
import pl.goniec.company.control.Member;
import pl.goniec.company.control.MemberQueries;
import pl.goniec.company.control.MembershipRepository;
import pl.goniec.company.entity.Membership;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * The client people of a company. Head and caretakers keep all of them, an entrepreneur keeps his employees; what reaches beyond
 * the company, because the person is something elsewhere too, is the head's alone.
 */
@Stateless
@DenyAll
@RefusalsReported
public class PeopleService {

    @Inject
    CallerScope caller;

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
    Event<Object> events;

    /**
     * Returns the company's people as the office sees them, entrepreneurs first, and at the end those who have left.
     *
     * @throws NotFoundException when the company is not the caller's
     */
    @RolesAllowed(OFFICE)
    public List<CompanyMember> people(CompanyId company) {
        var scope = caller.office();
        var role = companies.role(company, scope).orElseThrow(NotFoundException::new);
        return members.all(company, role, scope).stream()
                .map(member -> member.seenBy(role))
                .toList();
    }

    /**
     * Returns the company's employees as its entrepreneur sees them.
     *
     * @throws ForbiddenException when the caller is an employee
     * @throws NotFoundException when the company is not his
     */
    @RolesAllowed(CLIENT)
    public List<CompanyMember> employees(CompanyId company) {
        var scope = caller.client();
        var role = keeper(company, scope);
        return members.all(company, role, scope).stream()
                .filter(member -> member.leftAt() == null && member.contact().role() == Role.EMPLOYEE)
                .map(member -> member.seenBy(role))
                .toList();
    }

    /**
     * Returns one of the company's people; an employee sees himself.
     *
     * @throws NotFoundException when the company is not the caller's or has no such person, or it is not for him to see
     */
    @RolesAllowed({OFFICE, CLIENT})
    public CompanyMember person(CompanyId company, PersonId person) {
        var scope = caller.person();
        var role = companies.role(company, scope).orElseThrow(NotFoundException::new);
        return members.one(company, person, role, scope)
                .filter(member -> isSeenBy(role, scope, member))
                .map(member -> member.seenBy(role))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Makes somebody a client in the company and invites him; whose account is in use is told by a letter. A person whom Goniec knows
     * by the e-mail address joins as he is, and whoever adds him must know him too, by his name.
     *
     * @throws BusinessException {@code person.…}, when the data are wrong, also those of somebody who is known
     * @throws ForbiddenException {@code people.employeesOnly} when an entrepreneur adds anything but an employee,
     *     {@code people.notHere} when he adds somebody known under another name, or somebody of the office,
     *     {@code people.ofOffice} when a caretaker adds somebody of the office, {@code people.yourself}
     * @throws ConflictException {@code people.already} when he is a client there, {@code people.caretaker} when he looks after it,
     *     {@code person.otherName} when the office adds somebody known under another name
     * @throws NotFoundException when the company is not the caller's
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER, CLIENT})
    public PersonId add(CompanyId company, MemberData data) {
        var scope = caller.person();
        var role = keeper(company, scope);
        if (role == Role.ENTREPRENEUR && data.role() != Role.EMPLOYEE) {
            throw new ForbiddenException("people.employeesOnly");
        }
        var newcomer = new NewPerson(data.email(), data.name(), data.phone(), data.language());
        newcomer.data().fault().ifPresent(key -> {
            throw new BusinessException(key);
        });
        memberships.lock(company);
        var known = accounts.known(newcomer);
        if (known.isPresent()) {
            requireAddable(company, newcomer, known.get(), role, scope);
        }
        var person = known.orElseGet(() -> accounts.addNew(newcomer));
        joining.join(company, person, data);
        accounts.welcome(person, companies.company(company).name());
        return person;
    }

    /**
     * Changes what somebody is in the company.
     *
     * @param version on which the change was made
     * @throws ConflictException {@code people.changed} when somebody else has changed it since, or he has left
     * @throws NotFoundException when the company is not the caller's or has no such person
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public void change(CompanyId company, PersonId person, long version, MemberChange change) {
        require(company, person, MemberDeed.CHANGE);
        var changed = membership(company, person);
        changed.change(version, change.role(), change.mayStart());
        events.fire(new MemberChanged(company, person, new MemberChange(changed.role(), changed.mayStart())));
    }

    /**
     * Changes a person's name, e-mail address and phone. Once the account has been in use only the head changes the address.
     *
     * @param version of the account on which the change was made
     * @throws ForbiddenException {@code people.otherTies} when he is something in the office, or in a company not the caller's,
     *     {@code person.email.byHead}
     * @throws ConflictException when somebody else has changed it since, or the address is another's
     * @throws NotFoundException when the company is not the caller's or has no such person
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public void rename(CompanyId company, PersonId person, long version, PersonData data) {
        var by = require(company, person, MemberDeed.RENAME);
        accounts.change(person, version, data, by == Role.OFFICE_HEAD);
    }

    /**
     * Ends what somebody is in the company. His correspondence stays with it, and what he has begun is never sent.
     *
     * @throws ConflictException {@code people.hasLeft} when he has left already
     * @throws NotFoundException when the company is not the caller's or has no such person
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public void leave(CompanyId company, PersonId person) {
        require(company, person, MemberDeed.LEAVE);
        membership(company, person).leave(Instant.now());
        events.fire(new MemberLeft(company, person));
    }

    /**
     * Sends a new invitation; the link of the one before ends.
     *
     * @throws ConflictException {@code people.wrongState} when the account is in use or blocked, {@code person.justInvited} with a
     *     number of minutes when one was sent within them
     * @throws NotFoundException when the company is not the caller's or has no such person
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER, CLIENT})
    public void resendInvitation(CompanyId company, PersonId person) {
        require(company, person, MemberDeed.INVITE);
        accounts.invite(person);
    }

    /**
     * Ends the link of the invitation.
     *
     * @throws ForbiddenException {@code people.otherTies} when the invitation is not of the caller's companies alone
     * @throws ConflictException {@code people.wrongState} when there is none
     * @throws NotFoundException when the company is not the caller's or has no such person
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER, CLIENT})
    public void revokeInvitation(CompanyId company, PersonId person) {
        require(company, person, MemberDeed.REVOKE);
        accounts.revokeInvitation(person);
    }

    /**
     * Blocks the account: all its sessions end at once, and what it has begun is never sent.
     *
     * @throws ForbiddenException {@code people.otherTies} when he is not an employee of the entrepreneur's companies alone
     * @throws ConflictException {@code people.wrongState} when it is blocked
     * @throws NotFoundException when the company is not the caller's or has no such person
     */
    @RolesAllowed({OFFICE_HEAD, CLIENT})
    public void block(CompanyId company, PersonId person) {
        var by = require(company, person, MemberDeed.BLOCK);
        accounts.block(person, by.side());
    }

    /**
     * Lets a blocked account be used again, under the same rules.
     *
     * @throws ForbiddenException {@code person.blockedByOffice} for an entrepreneur, when the office has blocked it
     */
    @RolesAllowed({OFFICE_HEAD, CLIENT})
    public void unblock(CompanyId company, PersonId person) {
        var by = require(company, person, MemberDeed.UNBLOCK);
        accounts.unblock(person, by.side());
    }

    /** Ends all sessions of an account, which stays in use, under the same rules. */
    @RolesAllowed({OFFICE_HEAD, CLIENT})
    public void endSessions(CompanyId company, PersonId person) {
        require(company, person, MemberDeed.END_SESSIONS);
        accounts.endSessions(person);
    }

    /** Returns what the caller is for the company. Who keeps people nowhere is forbidden, whatever company he names. */
    private Role keeper(CompanyId company, AccessScope scope) {
        var role = companies.role(company, scope);
        if (role.isEmpty() ? members.roles(scope).equals(Set.of(Role.EMPLOYEE)) : role.get() == Role.EMPLOYEE) {
            throw new ForbiddenException("people.notAllowed");
        }
        return role.orElseThrow(NotFoundException::new);
    }

    /** Checks that the caller may do it with the person now, and returns as what he does it. */
    private Role require(CompanyId company, PersonId person, MemberDeed deed) {
        var scope = caller.person();
        var role = keeper(company, scope);
        members.one(company, person, role, scope)
                .filter(member -> isSeenBy(role, scope, member))
                .orElseThrow(NotFoundException::new)
                .require(deed, role);
        return role;
    }

    private static boolean isSeenBy(Role role, AccessScope scope, Member member) {
        return switch (role) {
            case OFFICE_HEAD, CARETAKER -> true;
            case ENTREPRENEUR -> member.leftAt() == null;
            case EMPLOYEE -> member.contact().id().equals(scope.person());
            case BACK_OFFICE -> false;
        };
    }

    private void requireAddable(CompanyId company, NewPerson newcomer, PersonId person, Role role, AccessScope scope) {
        if (person.equals(scope.person())) {
            throw new ForbiddenException("people.yourself");
        }
        if (memberships.find(company, person).filter(one -> !one.hasLeft()).isPresent()) {
            throw new ConflictException("people.already");
        }
        boolean looksAfter = members.looksAfter(person, company);
        boolean ofOffice = members.isOfOffice(person);
        // One sentence for all of it: which addresses are the office's, and who is known under which name, is not told.
        if (role == Role.ENTREPRENEUR && (looksAfter || ofOffice || !accounts.isCalled(newcomer))) {
            throw new ForbiddenException("people.notHere");
        }
        if (looksAfter) {
            throw new ConflictException("people.caretaker");
        }
        if (role != Role.OFFICE_HEAD && ofOffice) {
            throw new ForbiddenException("people.ofOffice");
        }
        accounts.requireCalled(newcomer);
    }

    private Membership membership(CompanyId company, PersonId person) {
        return memberships.find(company, person).orElseThrow(NotFoundException::new);
    }
}

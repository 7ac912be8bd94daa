package pl.goniec.company.control;

import static pl.goniec.company.api.MemberDeed.BLOCK;
import static pl.goniec.company.api.MemberDeed.CHANGE;
import static pl.goniec.company.api.MemberDeed.END_SESSIONS;
import static pl.goniec.company.api.MemberDeed.INVITE;
import static pl.goniec.company.api.MemberDeed.LEAVE;
import static pl.goniec.company.api.MemberDeed.MOVE;
import static pl.goniec.company.api.MemberDeed.RENAME;
import static pl.goniec.company.api.MemberDeed.RETURN;
import static pl.goniec.company.api.MemberDeed.REVOKE;
import static pl.goniec.company.api.MemberDeed.UNBLOCK;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import pl.goniec.company.api.CompanyContact;
import pl.goniec.company.api.CompanyMember;
import pl.goniec.company.api.MemberDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * A client person of a company, with what decides who may do what with him.
 *
 * @param otherTies whether he is something in the office, or in a company that the caller does not keep as he keeps this one
 * @param blockedByOffice whether it is the office that has blocked his account
 */
public record Member(
        CompanyContact contact,
        long version,
        long account,
        boolean mayStart,
        Instant invitedUntil,
        Instant leftAt,
        boolean otherTies,
        boolean blockedByOffice) {

    private static final Set<MemberDeed> OF_HEAD = EnumSet.allOf(MemberDeed.class);
    private static final Set<MemberDeed> OF_CARETAKER = EnumSet.of(CHANGE, RENAME, MOVE, LEAVE, RETURN, INVITE, REVOKE);
    private static final Set<MemberDeed> OF_ENTREPRENEUR = EnumSet.of(INVITE, REVOKE, BLOCK, UNBLOCK, END_SESSIONS);

    /** What reaches beyond this company, so that only the head may do it with somebody who has other ties. */
    private static final Set<MemberDeed> BEYOND = EnumSet.of(REVOKE, BLOCK, UNBLOCK, END_SESSIONS);

    /** Returns him as the caller may see him: to an entrepreneur, of whoever has other ties, without his phone number. */
    public CompanyMember seenBy(Role caller) {
        var may = EnumSet.noneOf(MemberDeed.class);
        for (var deed : MemberDeed.values()) {
            if (isOf(caller, deed) && !isBeyond(caller, deed) && !isOffices(caller, deed) && isPossible(deed)) {
                may.add(deed);
            }
        }
        var shown = otherTies && caller == Role.ENTREPRENEUR ? contact.withoutPhone() : contact;
        return new CompanyMember(shown, version, account, mayStart, invitedUntil, leftAt, blockedByOffice, may);
    }

    /**
     * Checks that the caller may do it with him now.
     *
     * @throws ForbiddenException when it is not for a caller of this role, {@code people.otherTies} when only the head may, or
     *     {@code person.blockedByOffice}
     * @throws ConflictException when he has left, or his account is not in a state for it
     */
    public void require(MemberDeed deed, Role caller) {
        if (!isOf(caller, deed)) {
            throw new ForbiddenException("people.notAllowed");
        }
        if (leftAt != null) {
            throw new ConflictException("people.hasLeft");
        }
        if (isBeyond(caller, deed)) {
            throw new ForbiddenException("people.otherTies");
        }
        if (isOffices(caller, deed)) {
            throw new ForbiddenException("person.blockedByOffice");
        }
        if (!isPossible(deed)) {
            throw new ConflictException("people.wrongState");
        }
    }

    private boolean isOf(Role caller, MemberDeed deed) {
        return switch (caller) {
            case OFFICE_HEAD -> OF_HEAD.contains(deed);
            case CARETAKER -> OF_CARETAKER.contains(deed) && (deed != MOVE || isNew());
            case ENTREPRENEUR -> contact.role() == Role.EMPLOYEE && OF_ENTREPRENEUR.contains(deed);
            case EMPLOYEE, BACK_OFFICE -> false;
        };
    }

    private boolean isBeyond(Role caller, MemberDeed deed) {
        return otherTies && (deed == RENAME || deed == MOVE || (caller != Role.OFFICE_HEAD && BEYOND.contains(deed)));
    }

    private boolean isNew() {
        return contact.state() == AccountState.NOT_ACTIVATED;
    }

    /** Tells whether the caller would undo what the office has done. */
    private boolean isOffices(Role caller, MemberDeed deed) {
        return blockedByOffice && deed == UNBLOCK && caller.side() != Side.OFFICE;
    }

    private boolean isPossible(MemberDeed deed) {
        if (leftAt != null) {
            return deed == RETURN;
        }
        var state = contact.state();
        return switch (deed) {
            case CHANGE, RENAME, MOVE, LEAVE -> true;
            case RETURN -> false;
            case INVITE -> isNew();
            case REVOKE -> isNew() && invitedUntil != null;
            case BLOCK -> state != AccountState.BLOCKED;
            case UNBLOCK -> state == AccountState.BLOCKED;
            case END_SESSIONS -> state == AccountState.ACTIVE;
        };
    }
}

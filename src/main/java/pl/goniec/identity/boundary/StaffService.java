package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.AddStaff;
import pl.goniec.identity.api.ChangeStaff;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.StaffDetails;
import pl.goniec.identity.control.StaffQueries;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/** The people of the office, as its head keeps them. Whoever has no position in the office is not found here. */
@Stateless
@DenyAll
@RefusalsReported
public class StaffService {

    @Inject
    CallerScope caller;

    @Inject
    Accounts accounts;

    @Inject
    StaffQueries queries;

    /**
     * Returns one person of the office.
     *
     * @throws NotFoundException when there is nobody of the office with this id
     */
    @RolesAllowed(OFFICE_HEAD)
    public StaffDetails person(PersonId id) {
        return queries.person(id, caller.head().person(), Instant.now()).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds a person to the office and invites him. A person who is known already, as a client, gets the position as he is, when he is
     * called as is said here.
     *
     * @throws BusinessException {@code person.…}, when the data are wrong
     * @throws ConflictException {@code staff.known} when he is of the office already, {@code person.otherName} when he is known under
     *     another name, {@code person.blocked} when his account is stopped
     */
    @RolesAllowed(OFFICE_HEAD)
    public PersonId add(AddStaff command) {
        var scope = caller.head();
        var id = accounts.add(command.person());
        // Of two who take one client in at a time the second is told so.
        accounts.lock(id);
        if (queries.person(id, scope.person(), Instant.now()).isPresent()) {
            throw new ConflictException("staff.known");
        }
        accounts.requireCalled(command.person());
        accounts.appoint(id, command.position());
        var added = person(id);
        if (added.row().state() == AccountState.BLOCKED) {
            throw new ConflictException("person.blocked");
        }
        if (added.row().state() == AccountState.NOT_ACTIVATED) {
            accounts.welcome(id);
        }
        return id;
    }

    /**
     * Changes a person of the office.
     *
     * @throws BusinessException {@code person.…}, when the data are wrong
     * @throws ConflictException {@code person.changed} when somebody else has changed him since the version of the command,
     *     {@code person.email.taken} when the address is somebody else's, {@code person.lastHead} when no head would be left,
     *     {@code staff.cares} as in {@link #leave} when he could look after companies no more
     * @throws ForbiddenException {@code staff.ownPosition} when the head would change his own position
     */
    @RolesAllowed(OFFICE_HEAD)
    public void change(ChangeStaff command) {
        var before = person(command.id());
        boolean moved = before.row().position() != command.position();
        if (moved && before.self()) {
            throw new ForbiddenException("staff.ownPosition");
        }
        accounts.change(command.id(), command.version(), command.data(), true);
        if (moved) {
            move(command.id(), command.position());
        }
    }

    /**
     * Takes somebody out of the office: his position and every session of his end at once. What he is in client companies stays, and
     * so does what he wrote.
     *
     * @throws ConflictException {@code staff.cares} with the number of companies that he looks after or is going to: they are handed
     *     over first; {@code person.lastHead} when no head would be left
     * @throws ForbiddenException {@code staff.ownPosition} for the head himself
     */
    @RolesAllowed(OFFICE_HEAD)
    public void leave(PersonId id) {
        if (person(id).self()) {
            throw new ForbiddenException("staff.ownPosition");
        }
        move(id, null);
    }

    private void move(PersonId id, OfficePosition position) {
        accounts.lock(id);
        boolean mayCare = position != null && position.correspondent();
        long companies = mayCare ? 0 : queries.companiesOf(id);
        if (companies > 0) {
            throw new ConflictException("staff.cares", companies);
        }
        accounts.appoint(id, position);
    }

    /**
     * Sends the invitation, or sends it again; an earlier one works no more.
     *
     * @throws ConflictException {@code person.activated} unless the account waits to be activated, {@code person.justInvited} with a
     *     number of minutes when one was sent within them
     */
    @RolesAllowed(OFFICE_HEAD)
    public void invite(PersonId id) {
        accounts.invite(person(id).row().id());
    }

    /**
     * Takes the invitation back.
     *
     * @throws ConflictException {@code person.activated} unless the account waits to be activated, {@code person.notInvited} when
     *     no invitation works
     */
    @RolesAllowed(OFFICE_HEAD)
    public void revokeInvitation(PersonId id) {
        accounts.revokeInvitation(person(id).row().id());
    }

    /**
     * Stops the account of somebody else; his sessions end at once.
     *
     * @throws ConflictException {@code staff.self} for the head himself, {@code person.blocked} when it is stopped already,
     *     {@code person.lastHead} when no head would be left
     */
    @RolesAllowed(OFFICE_HEAD)
    public void block(PersonId id) {
        var person = person(id);
        if (person.self()) {
            throw new ConflictException("staff.self");
        }
        accounts.block(id, Side.OFFICE);
    }

    /**
     * Puts a stopped account in use again.
     *
     * @throws ConflictException {@code person.notBlocked} when it is not stopped
     */
    @RolesAllowed(OFFICE_HEAD)
    public void unblock(PersonId id) {
        accounts.unblock(person(id).row().id(), Side.OFFICE);
    }

    /** Ends every session of a person, the head's own included. */
    @RolesAllowed(OFFICE_HEAD)
    public void endSessions(PersonId id) {
        accounts.endSessions(person(id).row().id());
    }
}

package pl.goniec.identity.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.HeadAppointed;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.NewPerson;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonData;
import pl.goniec.identity.control.AccountLetters;
import pl.goniec.identity.control.AccountLinks;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.entity.Person;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/**
 * What use cases do with accounts, within their own transaction and after they have checked their own rights: this asks for none.
 * Each deed is told by an {@link AccountChanged}. A person who does not exist is a {@link NotFoundException}.
 */
@Dependent
public class Accounts {

    @Inject
    PersonRepository persons;

    @Inject
    AccountLinks links;

    @Inject
    AccountLetters letters;

    @Inject
    Event<Object> events;

    /**
     * Adds a person, not invited yet. The person of an e-mail address that is known already is returned unchanged.
     *
     * @throws BusinessException {@code person.…}, when the data are wrong
     * @throws ConflictException {@code person.email.taken} when somebody else adds the same address at this moment
     */
    public PersonId add(NewPerson person) {
        return known(person).orElseGet(() -> addNew(person));
    }

    /**
     * Adds a person who is not known, not invited yet.
     *
     * @throws BusinessException {@code person.…}, when the data are wrong
     * @throws ConflictException {@code person.email.taken} when the e-mail address is somebody's after all
     */
    public PersonId addNew(NewPerson person) {
        var added = new Person(person.data(), person.language());
        persons.add(added);
        tell(AccountDeed.ADDED, added);
        return new PersonId(added.id());
    }

    /** Returns the person of an e-mail address, if it is known. */
    public Optional<PersonId> known(NewPerson person) {
        return persons.byEmail(person.data().email()).map(known -> new PersonId(known.id()));
    }

    /** Tells whether the person of an e-mail address is called as is said here, but for case and blanks. */
    public boolean isCalled(NewPerson person) {
        return persons.byEmail(person.data().email())
                .filter(known -> known.isCalled(person.name()))
                .isPresent();
    }

    /**
     * Checks that the person of an e-mail address, if it is known, is called as is said here: whoever mistakes the address would get
     * somebody else.
     *
     * @throws ConflictException {@code person.otherName} when he is called otherwise
     */
    public void requireCalled(NewPerson person) {
        if (known(person).isPresent() && !isCalled(person)) {
            throw new ConflictException("person.otherName");
        }
    }

    /**
     * Adds many people at once, none of whom is known yet and no two of whom have one address; not invited yet.
     *
     * @return their ids by e-mail address
     * @throws BusinessException {@code person.…}, when somebody's data are wrong
     * @throws ConflictException {@code person.email.taken} when one of them is known after all
     */
    public Map<String, PersonId> addAll(Collection<NewPerson> people) {
        var added = people.stream()
                .map(person -> new Person(person.data(), person.language()))
                .toList();
        persons.add(added);
        added.forEach(person -> tell(AccountDeed.ADDED, person));
        return added.stream().collect(Collectors.toMap(Person::email, person -> new PersonId(person.id())));
    }

    /**
     * Leaves a letter with a link to set the first password; earlier links end.
     *
     * @throws ConflictException {@code person.activated} unless the account waits to be activated, {@code person.justInvited} with a
     *     number of minutes when such a letter has been left within {@link LinkPurpose#BETWEEN_LETTERS}
     */
    public void invite(PersonId id) {
        var person = persons.locked(id);
        var now = Instant.now();
        person.invite(now);
        links.send(person, LinkPurpose.INVITATION, now);
        tell(AccountDeed.INVITED, person);
    }

    /**
     * Writes to somebody who has just been added to a company: an invitation while he has no password, else that he was added.
     * Whoever is blocked is told nothing.
     */
    public void welcome(PersonId id, String company) {
        var person = persons.locked(id);
        if (person.state() == AccountState.NOT_ACTIVATED) {
            welcome(id);
        } else if (person.state() == AccountState.ACTIVE) {
            letters.joined(person, company);
        }
    }

    /** Invites somebody who has just been added, unless he has his letter from a moment ago. */
    public void welcome(PersonId id) {
        if (!persons.locked(id).isJustInvited(Instant.now())) {
            invite(id);
        }
    }

    /**
     * Ends the invitation that a person has.
     *
     * @throws ConflictException {@code person.activated} unless the account waits to be activated, {@code person.notInvited} when
     *     no invitation works
     */
    public void revokeInvitation(PersonId id) {
        var person = persons.locked(id);
        person.requireNotActivated();
        if (!links.endInvitation(person, Instant.now())) {
            throw new ConflictException("person.notInvited");
        }
        tell(AccountDeed.INVITATION_REVOKED, person);
    }

    /**
     * Stops an account: every session and every link ends.
     *
     * @param by the side that stops it
     * @throws ConflictException {@code person.blocked} when it is stopped already, {@code person.lastHead} when nobody would be
     *     left to head the office
     */
    public void block(PersonId id, Side by) {
        var person = persons.locked(id);
        requireAnotherHead(person);
        person.block(by);
        links.endAll(person, Instant.now());
        tell(AccountDeed.BLOCKED, person);
    }

    /**
     * Puts a stopped account in use again; who never had a password has to be invited anew.
     *
     * @param by the side that lets it go
     * @throws ForbiddenException {@code person.blockedByOffice} for the clients' side, when the office has stopped it
     * @throws ConflictException {@code person.notBlocked} when it is not stopped
     */
    public void unblock(PersonId id, Side by) {
        var person = persons.locked(id);
        person.unblock(by);
        tell(AccountDeed.UNBLOCKED, person);
    }

    /** Ends every session of a person. */
    public void endSessions(PersonId id) {
        var person = persons.locked(id);
        person.endSessions();
        tell(AccountDeed.SESSIONS_ENDED, person);
    }

    /** Lets nobody else change a person until the end of the transaction. */
    public void lock(PersonId id) {
        persons.locked(id);
    }

    /**
     * Gives a person a position in the office, or takes it away when it is null; every session of his ends. Nothing happens when he
     * has it already.
     *
     * @throws ConflictException {@code person.lastHead} when nobody would be left to head the office
     */
    public void appoint(PersonId id, OfficePosition position) {
        var person = persons.locked(id);
        if (person.position() == position) {
            return;
        }
        requireAnotherHead(person);
        person.appoint(position);
        if (position == null) {
            tell(AccountDeed.POSITION_ENDED, person);
        } else {
            tell(AccountDeed.APPOINTED, person, position.name());
        }
        if (position == OfficePosition.HEAD) {
            persons.save();
            events.fire(new HeadAppointed(id));
        }
    }

    /**
     * Changes what is kept of a person. Another e-mail address ends the links that were sent to the old one, and whoever is logged
     * in under it; of an account that is or was in use the old address is told.
     *
     * @param version of the person when the form was opened
     * @param byHead whether it is the head of the office who changes it: by another address one could log in as its person
     * @throws BusinessException {@code person.…}, when the data are wrong
     * @throws ForbiddenException {@code person.email.byHead} when anybody else gives such an account another address
     * @throws ConflictException {@code person.changed} when somebody else has changed him since, {@code person.email.taken} when
     *     the address is somebody else's
     */
    public void change(PersonId id, long version, PersonData data, boolean byHead) {
        var person = persons.locked(id);
        var former = person.email();
        boolean moves = !former.equals(data.email());
        boolean used = person.state() != AccountState.NOT_ACTIVATED;
        if (moves && used && !byHead) {
            throw new ForbiddenException("person.email.byHead");
        }
        persons.byEmail(data.email()).filter(other -> other.id() != person.id()).ifPresent(other -> {
            throw new ConflictException("person.email.taken");
        });
        person.change(version, data);
        persons.save();
        if (moves) {
            links.endAll(person, Instant.now());
        }
        if (moves && used) {
            letters.moved(person, former);
        }
        tell(AccountDeed.CHANGED, person, moves ? "e-mail " + former + " → " + person.email() : "");
    }

    private void requireAnotherHead(Person person) {
        boolean heads = person.position() == OfficePosition.HEAD && person.state() == AccountState.ACTIVE;
        if (heads && persons.otherHeads(new PersonId(person.id())) == 0) {
            throw new ConflictException("person.lastHead");
        }
    }

    private void tell(AccountDeed deed, Person person) {
        tell(deed, person, "");
    }

    private void tell(AccountDeed deed, Person person, String detail) {
        events.fire(new AccountChanged(deed, new PersonId(person.id()), detail));
    }
}

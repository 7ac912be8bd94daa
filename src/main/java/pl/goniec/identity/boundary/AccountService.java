package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import pl.goniec.identity.api.AccountChanged;
import pl.goniec.identity.api.AccountDeed;
import pl.goniec.identity.api.AccountState;
import pl.goniec.identity.api.LinkDetails;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.PasswordReplaced;
import pl.goniec.identity.api.PasswordRule;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.identity.control.AccountLinkRepository;
import pl.goniec.identity.control.AccountLinks;
import pl.goniec.identity.control.AskingMachines;
import pl.goniec.identity.control.Caller;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.entity.AccountLink;
import pl.goniec.identity.entity.Person;
import pl.goniec.platform.security.LogInRealm;
import pl.goniec.platform.security.Passwords;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** What a person does with his own account: setting, forgetting and changing his password. */
@Stateless
@DenyAll
@RefusalsReported
public class AccountService {

    @Resource
    SessionContext context;

    @Inject
    Caller caller;

    @Inject
    PersonRepository persons;

    @Inject
    AccountLinkRepository links;

    @Inject
    AccountLinks letters;

    @Inject
    AskingMachines machines;

    @Inject
    Passwords passwords;

    @Inject
    LogInRealm realm;

    @Inject
    Event<Object> events;

    /**
     * Leaves a letter with a link to another password, if the address is that of an account in use with which one can log in. Whoever
     * asks is told nothing, not by the time either.
     *
     * @throws ForbiddenException {@code forgotten.tooOften} with a number of minutes, when this machine has asked too often in them,
     *     for whatever addresses
     */
    @PermitAll
    public void forgotten(String email) {
        if (!machines.mayAsk(RequestOrigin.current().address(), Instant.now())) {
            throw new ForbiddenException("forgotten.tooOften", AskingMachines.WHILE.toMinutes());
        }
        passwords.pretend(email.toCharArray());
        var known = persons.profile(email.strip().toLowerCase(Locale.ROOT));
        known.filter(PersonProfile::hasPlace).ifPresent(profile -> {
            var person = persons.locked(profile.id());
            var now = Instant.now();
            if (!links.madeSince(
                    new PersonId(person.id()), LinkPurpose.PASSWORD, now.minus(LinkPurpose.BETWEEN_LETTERS))) {
                letters.send(person, LinkPurpose.PASSWORD, now);
                tell(AccountDeed.PASSWORD_ASKED, person);
            }
        });
    }

    /**
     * Returns whose link it is.
     *
     * @throws NotFoundException when it never was one, has been used, replaced or taken back, or its time is over
     */
    @PermitAll
    public LinkDetails link(String secret) {
        var person = locked(secret);
        var link = working(secret, person);
        return new LinkDetails(person.fullName(), person.email(), link.purpose());
    }

    /**
     * Sets the password by a link. The account is in use from then on; every session and every link of the person ends.
     *
     * @throws NotFoundException when the link does not work
     * @throws BusinessException {@code password.…} when the password is not good enough
     */
    @PermitAll
    public void activate(String secret, String password) {
        var person = locked(secret);
        var link = working(secret, person);
        requireGood(password, person);
        person.activate(passwords.hash(password.toCharArray()));
        letters.endAll(person, Instant.now());
        tell(link.purpose() == LinkPurpose.INVITATION ? AccountDeed.ACTIVATED : AccountDeed.PASSWORD_CHANGED, person);
        events.fire(new PasswordReplaced(new PersonId(person.id())));
    }

    /**
     * Changes the caller's password and ends his sessions. Whoever calls fires {@link PasswordReplaced} when his own session has its
     * new mark.
     *
     * @return the mark of the sessions that begin now; the caller's own goes on with it
     * @throws ForbiddenException {@code password.old.wrong} when the present password is another one, or so many wrong ones were typed,
     *     here or at the log-in, that the realm has locked the account for a while
     * @throws BusinessException {@code password.…} when the new one is not good enough
     */
    @RolesAllowed({OFFICE, CLIENT})
    public SessionMark changePassword(String old, String password) {
        var me = caller.profile(context.getCallerPrincipal().getName()).orElseThrow(NotFoundException::new);
        if (!realm.accepts(me.email(), old)) {
            throw new ForbiddenException("password.old.wrong");
        }
        var person = persons.locked(me.id());
        if (person.sessionGeneration() != me.generation()) {
            // Whoever knew it as well was faster.
            throw new ForbiddenException("password.old.wrong");
        }
        requireGood(password, person);
        person.changePassword(passwords.hash(password.toCharArray()));
        letters.endAll(person, Instant.now());
        caller.forget();
        tell(AccountDeed.PASSWORD_CHANGED, person);
        return new SessionMark(me.id(), person.sessionGeneration());
    }

    private Person locked(String secret) {
        return persons.locked(links.person(secret).orElseThrow(NotFoundException::new));
    }

    private AccountLink working(String secret, Person person) {
        var link = links.working(secret, Instant.now()).orElseThrow(NotFoundException::new);
        var wanted = link.purpose() == LinkPurpose.INVITATION ? AccountState.NOT_ACTIVATED : AccountState.ACTIVE;
        if (person.state() != wanted) {
            throw new NotFoundException();
        }
        return link;
    }

    private static void requireGood(String password, Person person) {
        PasswordRule.fault(password, person.fullName(), person.email()).ifPresent(key -> {
            throw new BusinessException(key);
        });
    }

    private void tell(AccountDeed deed, Person person) {
        events.fire(new AccountChanged(deed, new PersonId(person.id())));
    }
}

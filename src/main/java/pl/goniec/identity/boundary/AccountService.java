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
import pl.goniec.identity.api.PasswordRule;
import pl.goniec.identity.control.AccountLinkRepository;
import pl.goniec.identity.control.AccountLinks;
import pl.goniec.identity.control.Caller;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.entity.AccountLink;
import pl.goniec.identity.entity.Person;
import pl.goniec.platform.security.Passwords;
import pl.goniec.platform.security.RefusalsReported;
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
    Passwords passwords;

    @Inject
    Event<Object> events;

    /**
     * Leaves a letter with a link to another password, if the address is that of an account in use. Whoever asks is told nothing, not
     * by the time either.
     */
    @PermitAll
    public void forgotten(String email) {
        passwords.pretend(email.toCharArray());
        persons.activeByEmail(email.strip().toLowerCase(Locale.ROOT)).ifPresent(known -> {
            var person = persons.locked(new PersonId(known.id()));
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
    }

    /**
     * Changes the caller's password and ends his sessions.
     *
     * @return the generation of the sessions that begin now; the caller's own goes on in it
     * @throws ForbiddenException {@code password.old.wrong} when the present password is another one
     * @throws BusinessException {@code password.…} when the new one is not good enough
     */
    @RolesAllowed({OFFICE, CLIENT})
    public long changePassword(String old, String password) {
        var me = caller.profile(context.getCallerPrincipal().getName()).orElseThrow(NotFoundException::new);
        var person = persons.locked(me.id());
        if (!passwords.verify(old.toCharArray(), person.passwordHash())) {
            throw new ForbiddenException("password.old.wrong");
        }
        requireGood(password, person);
        person.changePassword(passwords.hash(password.toCharArray()));
        letters.endAll(person, Instant.now());
        caller.forget();
        tell(AccountDeed.PASSWORD_CHANGED, person);
        return person.sessionGeneration();
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

package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.MailChoice;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.identity.api.Theme;
import pl.goniec.identity.control.Caller;
import pl.goniec.identity.control.PersonRepository;
import pl.goniec.identity.entity.Person;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** The caller's own profile. */
@Stateless
@DenyAll
@RefusalsReported
public class ProfileService {

    @Resource
    SessionContext context;

    @Inject
    Caller caller;

    @Inject
    PersonRepository persons;

    /**
     * Returns who is calling.
     *
     * @throws NotFoundException when the account is not in use any more
     */
    @RolesAllowed({OFFICE, CLIENT})
    public PersonProfile me() {
        return caller.profile(name()).orElseThrow(NotFoundException::new);
    }

    /**
     * Returns the mark of a session that begins now under a log-in name; none unless it is that of an account in use. It is asked for
     * before the password is checked: what ends sessions in between ends this one too.
     */
    @PermitAll
    public Optional<SessionMark> session(String name) {
        return persons.activeByEmail(name)
                .map(person -> new SessionMark(new PersonId(person.id()), person.sessionGeneration()));
    }

    /**
     * Tells whether the caller's account is still in use, and his session too: he may have been blocked, all sessions ended, his
     * address become somebody else's, or he have left his last company, while he was logged in.
     *
     * @param mark of his session
     */
    @RolesAllowed({OFFICE, CLIENT})
    public boolean inUse(SessionMark mark) {
        return caller.profile(name())
                .filter(PersonProfile::hasPlace)
                .filter(profile -> profile.session().equals(mark))
                .isPresent();
    }

    /** Stores how the caller wants the screen. */
    @RolesAllowed({OFFICE, CLIENT})
    public void choose(Language language, Theme theme) {
        own().choose(language, theme);
        caller.forget();
    }

    /** Stores how the caller wants to be told of new messages by e-mail. */
    @RolesAllowed({OFFICE, CLIENT})
    public void choose(MailChoice choice) {
        own().choose(choice);
        caller.forget();
    }

    /** Whoever keeps the account may be changing something else of it at this moment: one waits for the other. */
    private Person own() {
        return persons.locked(me().id());
    }

    private String name() {
        return context.getCallerPrincipal().getName();
    }
}

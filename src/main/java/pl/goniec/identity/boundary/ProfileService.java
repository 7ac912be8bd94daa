package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.api.Theme;
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
    PersonRepository persons;

    /**
     * Returns who is calling.
     *
     * @throws NotFoundException when the account is not in use any more
     */
    @RolesAllowed({OFFICE, CLIENT})
    public PersonProfile me() {
        var person = caller();
        return new PersonProfile(
                new PersonId(person.id()),
                person.fullName(),
                person.email(),
                person.position(),
                persons.isClient(person.id()),
                person.language(),
                person.theme());
    }

    /** Tells whether the caller's account is still in use: it may have been blocked while he was logged in. */
    @RolesAllowed({OFFICE, CLIENT})
    public boolean inUse() {
        return persons.activeByEmail(context.getCallerPrincipal().getName()).isPresent();
    }

    /** Stores how the caller wants the screen. */
    @RolesAllowed({OFFICE, CLIENT})
    public void choose(Language language, Theme theme) {
        caller().choose(language, theme);
    }

    private Person caller() {
        return persons.activeByEmail(context.getCallerPrincipal().getName()).orElseThrow(NotFoundException::new);
    }
}

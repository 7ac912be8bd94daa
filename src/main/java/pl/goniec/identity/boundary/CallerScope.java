package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.control.Caller;
import pl.goniec.shared.AccessScope.ClientScope;
import pl.goniec.shared.AccessScope.OfficeScope;
import pl.goniec.shared.AccessScope.PersonScope;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/**
 * The only maker of an {@link pl.goniec.shared.AccessScope}: it names the caller, read from the database in the
 * request that uses it. What the caller may see is joined by each query; a blocked person gets no scope at all.
 */
@Stateless
@DenyAll
public class CallerScope {

    @Resource
    SessionContext context;

    @Inject
    Caller caller;

    /** Returns the caller acting for the office. */
    @RolesAllowed(OFFICE)
    public OfficeScope office() {
        return new OfficeScope(caller());
    }

    /**
     * Returns the caller acting for the office as its head, which he must be now and not only when he logged in.
     *
     * @throws ForbiddenException when he is the head no more
     */
    @RolesAllowed(OFFICE_HEAD)
    public OfficeScope head() {
        var profile = profile();
        if (profile.position() != OfficePosition.HEAD) {
            throw new ForbiddenException("error.403.text");
        }
        return new OfficeScope(profile.id());
    }

    /** Returns the caller acting for a client company. */
    @RolesAllowed(CLIENT)
    public ClientScope client() {
        return new ClientScope(caller());
    }

    /** Returns the caller acting on one object, which decides the side. */
    @RolesAllowed({OFFICE, CLIENT})
    public PersonScope person() {
        return new PersonScope(caller());
    }

    private PersonId caller() {
        return profile().id();
    }

    private PersonProfile profile() {
        return caller.profile(context.getCallerPrincipal().getName()).orElseThrow(NotFoundException::new);
    }
}

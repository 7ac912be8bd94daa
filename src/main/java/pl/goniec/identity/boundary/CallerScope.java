package pl.goniec.identity.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.control.Caller;
import pl.goniec.shared.AccessScope.ClientScope;
import pl.goniec.shared.AccessScope.OfficeScope;
import pl.goniec.shared.AccessScope.PersonScope;
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
        return caller.profile(context.getCallerPrincipal().getName())
                .map(PersonProfile::id)
                .orElseThrow(NotFoundException::new);
    }
}

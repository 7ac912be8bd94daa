package pl.goniec.upkeep.schedule;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import pl.goniec.platform.security.Roles;
import pl.goniec.upkeep.boundary.UpkeepService;

/** Does as the system what a job asks for. Only the server's management starts jobs; no page and no address leads here. */
@Stateless
@RunAs(Roles.SYSTEM)
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class UpkeepJobs {

    @Inject
    UpkeepService service;

    public String check() {
        return service.check().requireSound().toString();
    }

    public String backup() {
        return "Backup written: " + service.backup();
    }

    public String move() {
        return service.move().toString();
    }
}

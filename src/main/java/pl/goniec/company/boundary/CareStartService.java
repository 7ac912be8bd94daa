package pl.goniec.company.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.company.control.CareRepository;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** Tells that substitutes have begun. Their right has begun by itself; what waits for this is that their counters are set. */
@Stateless
@DenyAll
public class CareStartService {

    @Inject
    CareRepository care;

    @Inject
    Event<CaretakerAssigned> events;

    /** Begins what is due and returns how many. What was over before anybody looked is told to nobody. */
    @RolesAllowed(SYSTEM)
    public int beginDue() {
        var now = care.now();
        var due = care.due(now);
        var begun = new HashMap<PersonId, Set<CompanyId>>();
        for (var one : due) {
            if (one.begin(now)) {
                begun.computeIfAbsent(one.person(), person -> new HashSet<>()).add(one.company());
            }
        }
        begun.forEach((person, companies) -> events.fire(new CaretakerAssigned(companies, person)));
        return due.size();
    }
}

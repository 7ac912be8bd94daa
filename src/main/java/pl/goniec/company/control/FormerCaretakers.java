package pl.goniec.company.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import pl.goniec.company.api.CareChanged;
import pl.goniec.company.api.CareDeed;
import pl.goniec.company.api.CareTime;
import pl.goniec.identity.api.PositionChanged;
import pl.goniec.shared.CompanyId;

/**
 * Ends what somebody looks after, in the transaction that takes the position from him for which it was given, and cancels what he
 * was to look after. It does not come back with the position.
 */
@Dependent
public class FormerCaretakers {

    @Inject
    CareRepository care;

    @Inject
    Event<CareChanged> events;

    public void moved(@Observes PositionChanged event) {
        if (event.correspondent()) {
            return;
        }
        var now = care.now();
        var ended = new HashSet<CompanyId>();
        var cancelled = new HashSet<CompanyId>();
        for (var one : care.unfinished(event.person(), now)) {
            if (one.time(now) == CareTime.NOW) {
                one.end(now);
                ended.add(one.company());
            } else {
                care.remove(one);
                cancelled.add(one.company());
            }
        }
        if (!ended.isEmpty()) {
            events.fire(new CareChanged(CareDeed.ENDED, ended, event.person()));
        }
        if (!cancelled.isEmpty()) {
            events.fire(new CareChanged(CareDeed.SUBSTITUTE_CANCELLED, cancelled, event.person()));
        }
    }
}

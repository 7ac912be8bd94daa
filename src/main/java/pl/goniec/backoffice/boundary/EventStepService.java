package pl.goniec.backoffice.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static java.util.stream.Collectors.toSet;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import pl.goniec.backoffice.control.EventRepository;
import pl.goniec.backoffice.control.EventToTell;
import pl.goniec.backoffice.entity.CompanyEvent;

/** The steps of relaying events, each in a transaction of its own. */
@Stateless
@DenyAll
public class EventStepService {

    @Inject
    EventRepository events;

    /**
     * Writes which POWIADOMIENIA are finished, and numbers what has none yet, without a gap per company. Two that number at once want
     * the same ones: one of them is rolled back and comes again.
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public void number() {
        var now = Instant.now();
        events.finished().forEach(one -> events.add(CompanyEvent.finished(one.broadcast(), one.cancelled(), now)));
        var unnumbered = events.unnumbered();
        if (!unnumbered.isEmpty()) {
            var last =
                    events.last(unnumbered.stream().map(CompanyEvent::company).collect(toSet()));
            unnumbered.forEach(event -> event.number(last.merge(event.company(), 1L, Long::sum)));
        }
    }

    /** Returns numbered events that wait for their relay. */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public List<EventToTell> waiting() {
        return events.waiting();
    }

    /** Notes that they were relayed. */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(REQUIRES_NEW)
    public void relayed(List<EventToTell> told) {
        events.relayed(told, Instant.now());
    }
}

package pl.goniec.backoffice.boundary;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import pl.goniec.backoffice.control.EventOutlet;

/**
 * Relays events to those who are told of them. What the topic has is noted after it has it: a server that dies between the two tells it
 * once more, under the same number, and nothing is ever left out.
 */
@Stateless
@DenyAll
public class EventRelayService {

    @Inject
    EventStepService steps;

    @Inject
    EventOutlet outlet;

    /**
     * Relays what waits, as far as one go reaches, and returns how many events.
     *
     * @throws jakarta.ejb.EJBException when the broker takes none; they stay
     */
    @RolesAllowed(SYSTEM)
    @TransactionAttribute(NOT_SUPPORTED)
    public int relay() {
        steps.number();
        var waiting = steps.waiting();
        if (!waiting.isEmpty()) {
            outlet.publish(waiting);
            steps.relayed(waiting);
        }
        return waiting.size();
    }
}

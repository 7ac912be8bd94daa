package pl.goniec.broadcast.messaging;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.api.BroadcastRetried;
import pl.goniec.broadcast.boundary.DispatchService;

/** Sends chunks on their way as soon as they are committed. Where the broker does not take them the sweeper will. */
@ApplicationScoped
public class BroadcastDispatcher {

    private static final System.Logger LOG = System.getLogger(BroadcastDispatcher.class.getName());

    @Inject
    DispatchService service;

    void accepted(@Observes(during = AFTER_SUCCESS) BroadcastAccepted event) {
        dispatch();
    }

    void retried(@Observes(during = AFTER_SUCCESS) BroadcastRetried event) {
        dispatch();
    }

    private void dispatch() {
        try {
            service.dispatchDue();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The queue takes no chunks now; they stay pending in the ledger", e);
        }
    }
}

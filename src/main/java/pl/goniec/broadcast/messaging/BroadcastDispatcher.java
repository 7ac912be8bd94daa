package pl.goniec.broadcast.messaging;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.api.BroadcastRetried;
import pl.goniec.broadcast.boundary.DispatchService;

/**
 * Sends chunks on their way at the end of the request that committed them: whoever clicked has the answer first, does not share the
 * processors with thousands of deliveries while it is made, and does not wait for a broker that is away. Then the sweeper sends them.
 */
@RequestScoped
public class BroadcastDispatcher {

    private static final System.Logger LOG = System.getLogger(BroadcastDispatcher.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    DispatchService service;

    private boolean committed;

    void accepted(@Observes(during = AFTER_SUCCESS) BroadcastAccepted event) {
        committed = true;
    }

    void retried(@Observes(during = AFTER_SUCCESS) BroadcastRetried event) {
        committed = true;
    }

    @PreDestroy
    void end() {
        if (committed) {
            executor.execute(this::dispatch);
        }
    }

    private void dispatch() {
        try {
            service.dispatchDue();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The queue takes no chunks now; they stay pending in the ledger", e);
        }
    }
}

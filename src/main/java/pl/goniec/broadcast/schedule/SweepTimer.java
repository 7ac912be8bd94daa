package pl.goniec.broadcast.schedule;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import pl.goniec.broadcast.boundary.DispatchService;
import pl.goniec.platform.security.Roles;

/** Every ten seconds, from start-up on. */
@Singleton
@RunAs(Roles.SYSTEM)
@DenyAll
public class SweepTimer {

    @Inject
    DispatchService service;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sweep() {
        service.dispatchDue();
    }
}

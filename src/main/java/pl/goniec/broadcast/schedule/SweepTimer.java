package pl.goniec.broadcast.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import pl.goniec.broadcast.boundary.DispatchService;
import pl.goniec.platform.security.Roles;

/** Every ten seconds, from start-up on; not before there are tables, which even the system's own log-in is read from. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class SweepTimer {

    @Resource
    TimerService timers;

    @Inject
    DispatchService service;

    @PostConstruct
    void start() {
        timers.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*").second("*/10"), new TimerConfig("sweep", false));
    }

    @Timeout
    void sweep() {
        service.dispatchDue();
    }
}

package pl.goniec.backoffice.schedule;

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
import pl.goniec.backoffice.boundary.DeadLetterService;
import pl.goniec.platform.security.Roles;

/** Every ten seconds, from start-up on; not before there are tables, which even the system's own log-in is read from. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class DeadLetterTimer {

    @Resource
    TimerService timers;

    @Inject
    DeadLetterService service;

    @PostConstruct
    void start() {
        timers.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*").second("7/10"), new TimerConfig("dead letters", false));
    }

    @Timeout
    void look() {
        service.look();
    }
}

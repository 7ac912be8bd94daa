package pl.goniec.audit.schedule;

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
import pl.goniec.audit.boundary.SealService;
import pl.goniec.platform.security.Roles;

/** Every five seconds, from start-up on; not before there are tables. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class SealTimer {

    @Resource
    TimerService timers;

    @Inject
    SealService service;

    @PostConstruct
    void start() {
        timers.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*").second("2/5"), new TimerConfig("seal", false));
    }

    @Timeout
    void seal() {
        service.seal();
    }
}

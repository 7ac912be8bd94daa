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
import pl.goniec.backoffice.boundary.EventRelayService;
import pl.goniec.platform.security.Roles;

/** Every two seconds, from start-up on; not before there are tables. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class RelayTimer {

    @Resource
    TimerService timers;

    @Inject
    EventRelayService service;

    @PostConstruct
    void start() {
        timers.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*").second("*/2"), new TimerConfig("relay", false));
    }

    @Timeout
    void relay() {
        service.relay();
    }
}

package pl.goniec.company.schedule;

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
import pl.goniec.company.boundary.CareStartService;
import pl.goniec.platform.security.Roles;

/** Four times a minute, from start-up on; not before there are tables. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class CareTimer {

    @Resource
    TimerService timers;

    @Inject
    CareStartService service;

    @PostConstruct
    void start() {
        timers.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*").second("1/15"), new TimerConfig("care", false));
    }

    @Timeout
    void begin() {
        service.beginDue();
    }
}

package pl.goniec.upkeep.schedule;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

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
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.Roles;
import pl.goniec.upkeep.boundary.UpkeepService;

/** Every night at the hour of the settings, in the server's time zone, unless it is off. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class BackupTimer {

    @Resource
    TimerService timers;

    @Inject
    Settings settings;

    @Inject
    UpkeepService service;

    @PostConstruct
    void start() {
        settings.backupHour()
                .ifPresent(hour -> timers.createCalendarTimer(
                        new ScheduleExpression().hour(hour).minute(0).second(0), new TimerConfig("backup", false)));
    }

    @Timeout
    @TransactionAttribute(NOT_SUPPORTED)
    void backUp() {
        service.backupNightly();
    }
}

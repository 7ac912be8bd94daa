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
import pl.goniec.platform.security.Roles;
import pl.goniec.upkeep.boundary.UpkeepService;

/** Every ten minutes, whole hours included, whether the backup of the night is due; it stands in nobody's way. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class BackupTimer {

    @Resource
    TimerService timers;

    @Inject
    UpkeepService service;

    @PostConstruct
    void start() {
        timers.createCalendarTimer(
                new ScheduleExpression().hour("*").minute("*/10").second(0), new TimerConfig("backup", false));
    }

    @Timeout
    @TransactionAttribute(NOT_SUPPORTED)
    void backUp() {
        service.backupWhenDue();
    }
}

package pl.goniec.upkeep.schedule;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Duration;
import pl.goniec.platform.security.Roles;
import pl.goniec.upkeep.boundary.UpkeepService;

/** Every ten minutes, not before the first ten have passed: is the backup of the night due? */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class BackupTimer {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Resource
    TimerService timers;

    @Inject
    UpkeepService service;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY.toMillis(), EVERY.toMillis(), new TimerConfig("backup", false));
    }

    @Timeout
    @TransactionAttribute(NOT_SUPPORTED)
    void backUp() {
        service.backupWhenDue();
    }
}

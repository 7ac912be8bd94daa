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
import pl.goniec.upkeep.boundary.FiguresService;

/** Every ten seconds: what waits? So a scrape of the metrics costs no statement, and waits for no database. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class FiguresTimer {

    private static final Duration EVERY = Duration.ofSeconds(10);

    @Resource
    TimerService timers;

    @Inject
    FiguresService service;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, EVERY.toMillis(), new TimerConfig("figures", false));
    }

    @Timeout
    @TransactionAttribute(NOT_SUPPORTED)
    void take() {
        service.take();
    }
}

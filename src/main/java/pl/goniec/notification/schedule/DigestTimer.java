package pl.goniec.notification.schedule;

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
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import pl.goniec.notification.boundary.NotificationService;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.Roles;

/**
 * Every so many minutes of the clock as the setting says, on every node at the same moment, and soon after start-up: what fell
 * due while Goniec was down is told then, and what was told before is not told again, because that stands in the database. People
 * are told in transactions of their own, so this has none.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@RunAs(Roles.SYSTEM)
@DenyAll
public class DigestTimer {

    private static final Duration AFTER_START = Duration.ofSeconds(20);

    @Resource
    TimerService timers;

    @Inject
    NotificationService service;

    @Inject
    Settings settings;

    @PostConstruct
    void start() {
        long period = settings.digestAfter().toMillis();
        long now = Instant.now().toEpochMilli();
        timers.createSingleActionTimer(AFTER_START.toMillis(), new TimerConfig("digest after start", false));
        timers.createIntervalTimer(
                Date.from(Instant.ofEpochMilli(now - now % period + period)), period, new TimerConfig("digest", false));
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tell() {
        service.tellDigest();
    }
}

package pl.goniec.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import pl.goniec.platform.jms.BrokerProbe;

/** {@code broker}: it answers, and has the queue of POWIADOMIENIE. A paused queue is an operator's will and no fault. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {

    @Inject
    private BrokerProbe probe;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("broker");
        return probe.fault()
                .map(fault -> response.down().withData("reason", fault))
                .orElseGet(response::up)
                .build();
    }
}

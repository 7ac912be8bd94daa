package pl.goniec.platform.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.Optional;

/** Asks the broker whether it is there. */
@ApplicationScoped
public class BrokerProbe {

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/GoniecFanOut")
    private Queue queue;

    /** Returns why the broker does not answer, or nothing when it does: to browse a queue it must say that it has it. */
    public Optional<String> fault() {
        try (var connection = connections.createConnection();
                var session = connection.createSession();
                var browser = session.createBrowser(queue)) {
            browser.getQueue();
            return Optional.empty();
        } catch (JMSException | JMSRuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

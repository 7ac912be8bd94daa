package pl.goniec.platform.jms;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Destination;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends text to a queue in a transaction of its own, so that an observer after a commit may call it: there the old transaction is
 * over and the same JMS context would fail. Open to every role since it is reachable only from inside, behind a boundary.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class JmsSender {

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext context;

    /**
     * Sends one JSON text to the queue of this name, for example {@code GoniecFanOut}.
     *
     * @throws jakarta.ejb.EJBException when the broker does not take it
     */
    public void send(String queueName, String json) {
        context.createProducer().send(queue(queueName), json);
    }

    /** Sends all or none. */
    public void sendAll(String queueName, List<String> jsons) {
        Queue queue = queue(queueName);
        var producer = context.createProducer();
        jsons.forEach(json -> producer.send(queue, json));
    }

    /**
     * Something to be published.
     *
     * @param properties texts and whole numbers
     */
    public record Publication(String type, String json, Map<String, Object> properties) {}

    /** Publishes all to the topic of this name in their order, or none. */
    public void publishAll(String topicName, List<Publication> publications) {
        var topic = (Topic) lookup("java:/jms/topic/" + topicName);
        for (var publication : publications) {
            var producer = context.createProducer().setJMSType(publication.type());
            publication.properties().forEach(producer::setProperty);
            producer.send(topic, publication.json());
        }
    }

    private static Queue queue(String name) {
        return (Queue) lookup("java:/jms/queue/" + name);
    }

    @SuppressWarnings("BanJNDI") // the name is a constant of the caller's, never input
    private static Destination lookup(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("No " + name + ": has wildfly-config/messaging.cli been run?", e);
        }
    }
}

package pl.goniec.broadcast.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import pl.goniec.broadcast.boundary.DeliveryService;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.jms.JsonMessages;
import pl.goniec.platform.security.OriginKept;
import pl.goniec.platform.security.Roles;
import pl.goniec.shared.BroadcastId;

/** Delivers the chunks that arrive. On the last try of a message it writes FAILED before the broker buries it. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/GoniecFanOut"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${env.GONIEC_CONSUMERS:2}")
        })
@RunAs(Roles.SYSTEM)
@PermitAll
public class BroadcastDeliveryConsumer implements MessageListener {

    private static final System.Logger LOG = System.getLogger(BroadcastDeliveryConsumer.class.getName());

    @Inject
    DeliveryService service;

    @Inject
    Settings settings;

    @Override
    @OriginKept
    public void onMessage(Message message) {
        try {
            var chunk = JsonMessages.read(message).orElseThrow(() -> new IllegalArgumentException("not a chunk"));
            deliver(chunk, message.getIntProperty("JMSXDeliveryCount"));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(JsonObject chunk, int delivery) {
        var broadcast = new BroadcastId(chunk.getJsonNumber("broadcast").longValue());
        int number = chunk.getInt("chunk");
        try {
            service.deliver(broadcast, number);
        } catch (RuntimeException e) {
            if (delivery >= settings.maxDeliveries()) {
                LOG.log(Level.ERROR, "Chunk {0} of broadcast {1} failed for the last time", number, broadcast);
                service.fail(broadcast, number);
            }
            throw e;
        }
    }
}

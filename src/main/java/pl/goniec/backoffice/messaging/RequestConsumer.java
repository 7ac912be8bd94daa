package pl.goniec.backoffice.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger.Level;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.boundary.RequestService;
import pl.goniec.backoffice.control.DeadLetter;
import pl.goniec.platform.broker.SigningBroker;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.jms.JmsReplies;
import pl.goniec.platform.jms.JsonMessages;
import pl.goniec.platform.security.OriginKept;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.platform.security.Roles;

/**
 * Takes requests and sends their replies. A message is done with when its reply is on its way: both are one transaction of the
 * broker's. Technical trouble leaves the message to be delivered again, and on the last try it is put aside with the reason.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/GoniecRequests"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${env.GONIEC_CONSUMERS:2}")
        })
@RunAs(Roles.SYSTEM)
@PermitAll
public class RequestConsumer implements MessageListener {

    private static final System.Logger LOG = System.getLogger(RequestConsumer.class.getName());

    @Inject
    RequestService service;

    @Inject
    JmsReplies replies;

    @Inject
    Settings settings;

    @Override
    @OriginKept
    public void onMessage(Message message) {
        try {
            if (!replies.isAnswerable(message)) {
                replies.putAside(message, DeadLetter.REQUESTS, DeadLetter.REPLY_TO);
                return;
            }
            answer(message);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(Message message) throws JMSException {
        var sender = message.getStringProperty(SigningBroker.SENDER);
        var received = new ReceivedRequest(
                sender, message.getJMSType(), JsonMessages.text(message).orElse(null));
        try {
            var reply = service.answer(received, RequestOrigin.ofProgram(sender));
            replies.reply(message, reply.outcome(), reply.json());
        } catch (RuntimeException e) {
            if (message.getIntProperty("JMSXDeliveryCount") < settings.maxDeliveries()) {
                throw e;
            }
            LOG.log(Level.ERROR, "A request failed for the last time and is put aside", e);
            replies.putAside(message, DeadLetter.REQUESTS, e.toString());
        }
    }
}

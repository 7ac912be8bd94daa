package pl.goniec.platform.jms;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.lang.System.Logger.Level;
import pl.goniec.platform.config.Settings;

/**
 * Answers messages in the transaction in which they are received: a reply and the end of what it answers are one. Open to every role
 * since it is reachable only from inside, by consumers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
@PermitAll
public class JmsReplies {

    private static final System.Logger LOG = System.getLogger(JmsReplies.class.getName());

    /** Where replies wait for programs that have no queue of their own. */
    private static final String REPLIES = "GoniecReplies";

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext context;

    @Inject
    private Settings settings;

    @Resource(lookup = "java:/jms/queue/GoniecDLQ")
    private Queue deadLetters;

    /** Tells whether the message asks for no reply, or for one to where replies may go: everything else is somebody else's queue. */
    public boolean isAnswerable(Message message) throws JMSException {
        Destination to = message.getJMSReplyTo();
        return to == null
                || to instanceof TemporaryQueue
                || (to instanceof Queue queue
                        && QueueNames.name(queue.getQueueName()).equals(REPLIES));
    }

    /**
     * Sends a reply, correlated by the message's correlation id, or by its own id when it has none. Whoever has taken his temporary
     * queue away waits for nothing: he may ask again. What nobody fetches in time expires.
     *
     * @param type {@code JMSType} of the reply
     */
    public void reply(Message message, String type, String json) throws JMSException {
        if (message.getJMSReplyTo() == null) {
            return;
        }
        var correlation = message.getJMSCorrelationID();
        try {
            context.createProducer()
                    .setJMSType(type)
                    .setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation)
                    .setTimeToLive(settings.replyKept().toMillis())
                    .send(message.getJMSReplyTo(), json);
        } catch (InvalidDestinationRuntimeException e) {
            LOG.log(Level.WARNING, "Nobody waits any more for the reply to {0}", message.getJMSMessageID());
        }
    }

    /**
     * Puts a message to the dead letters, with the reason as its property {@code goniec_reason}. What is no text is put there without
     * its body.
     *
     * @param queue from which it comes
     */
    public void putAside(Message message, String queue, String reason) throws JMSException {
        context.createProducer().send(deadLetters, DeadLetterMessages.letter(context, message, queue, reason));
    }
}

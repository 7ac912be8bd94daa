package pl.goniec.platform.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Set;

/**
 * Dead letters as messages: what is written on those that we put aside, what can be read on every one, and the way back. A copy keeps
 * what its sender counts on: body, type, where to reply, the signature, and by which id the reply is correlated.
 */
public final class DeadLetterMessages {

    /** Where a message was; the broker writes it on what it buries itself. */
    private static final String ORIGIN = "_AMQ_ORIG_ADDRESS";

    private static final String REASON = "goniec_reason";
    private static final String TRIES = "goniec_tries";
    private static final String SENT = "goniec_sent";
    private static final Set<String> OURS = Set.of(REASON, TRIES, SENT);

    private DeadLetterMessages() {}

    /** Returns a message as a dead letter. */
    static TextMessage letter(JMSContext context, Message message, String queue, String reason) throws JMSException {
        var letter = copy(context, message);
        letter.setStringProperty(ORIGIN, QueueNames.address(queue));
        letter.setStringProperty(REASON, reason);
        letter.setIntProperty(TRIES, message.getIntProperty("JMSXDeliveryCount"));
        if (message.getJMSTimestamp() > 0) {
            letter.setLongProperty(SENT, message.getJMSTimestamp());
        }
        return letter;
    }

    /** Returns a copy without what was written on a dead letter. */
    public static TextMessage copy(JMSContext context, Message message) throws JMSException {
        var copy = context.createTextMessage(JsonMessages.text(message).orElse(""));
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            var name = (String) names.nextElement();
            if (isCarried(name)) {
                copy.setObjectProperty(name, message.getObjectProperty(name));
            }
        }
        copy.setJMSType(message.getJMSType());
        copy.setJMSReplyTo(message.getJMSReplyTo());
        var correlation = message.getJMSCorrelationID();
        copy.setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation);
        return copy;
    }

    /** Programs in other languages give properties names that JMS does not take. */
    private static boolean isCarried(String name) {
        return !name.startsWith("JMS")
                && !name.startsWith("_AMQ")
                && !OURS.contains(name)
                && !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    /** Returns the queue from which a dead letter comes, or nothing when nobody wrote it there. */
    public static String origin(Message letter) throws JMSException {
        return QueueNames.name(words(letter, ORIGIN));
    }

    /** Returns why a letter was put aside, or nothing when the broker has buried it. */
    public static String reason(Message letter) throws JMSException {
        return words(letter, REASON);
    }

    /** Returns how often a letter was tried before it was put aside, or 0 when the broker has buried it. */
    public static int tries(Message letter) throws JMSException {
        return (int) number(letter, TRIES, 0);
    }

    /** Returns when the message was sent, or put aside when its sender did not say. */
    public static Instant sentAt(Message letter) throws JMSException {
        return Instant.ofEpochMilli(number(letter, SENT, letter.getJMSTimestamp()));
    }

    /** What the broker has buried still says what its sender wrote, of whatever kind. */
    private static String words(Message letter, String property) throws JMSException {
        return letter.getObjectProperty(property) instanceof String words ? words : "";
    }

    private static long number(Message letter, String property, long otherwise) throws JMSException {
        return letter.getObjectProperty(property) instanceof Number number ? number.longValue() : otherwise;
    }
}

package pl.goniec.backoffice.messaging;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.goniec.backoffice.control.DeadLetter;
import pl.goniec.backoffice.control.DeadLetter.Content;
import pl.goniec.backoffice.control.DeadLetterBox;
import pl.goniec.platform.broker.SigningBroker;
import pl.goniec.platform.jms.DeadLetterMessages;
import pl.goniec.platform.jms.JsonMessages;
import pl.goniec.shared.BroadcastId;

/**
 * The dead letters over JMS, so that it is the same with a broker of the server's own and a remote one. Open to every role since it is
 * reachable only from inside, behind a boundary.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
@PermitAll
public class JmsDeadLetterBox implements DeadLetterBox {

    /** What is there is there at once; only what has gone meanwhile is waited for so long. */
    private static final long WAIT = Duration.ofSeconds(1).toMillis();

    private static final int MAX_WORDS = 400;

    @Inject
    @JMSConnectionFactory("java:/JmsXA")
    private JMSContext context;

    @Resource(lookup = "java:/jms/queue/GoniecDLQ")
    private Queue deadLetters;

    @Resource(lookup = "java:/jms/queue/GoniecRequests")
    private Queue requests;

    @Resource(lookup = "java:/jms/queue/GoniecFanOut")
    private Queue fanOut;

    @Override
    public List<DeadLetter> oldest(int most) {
        return browse(null, most);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return browse(numbered(id), 1).stream().findFirst();
    }

    @Override
    public boolean hasAnySince(Instant moment) {
        return !browse("JMSTimestamp >= " + moment.toEpochMilli(), 1).isEmpty();
    }

    private List<DeadLetter> browse(String selector, int most) {
        try (var browser = context.createBrowser(deadLetters, selector)) {
            var letters = new ArrayList<DeadLetter>();
            var all = browser.getEnumeration();
            while (letters.size() < most && all.hasMoreElements()) {
                letters.add(read((Message) all.nextElement()));
            }
            return letters;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean putBack(DeadLetter letter) {
        try (var consumer = context.createConsumer(deadLetters, numbered(letter.id()))) {
            var message = consumer.receive(WAIT);
            if (message == null) {
                return false;
            }
            context.createProducer().send(queue(letter.origin()), DeadLetterMessages.copy(context, message));
            return true;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private Queue queue(String origin) {
        return switch (origin) {
            case DeadLetter.REQUESTS -> requests;
            case DeadLetter.FAN_OUT -> fanOut;
            default -> throw new IllegalArgumentException("Nothing is put back to " + origin);
        };
    }

    private static String numbered(String id) {
        return "JMSMessageID = '" + id.replace("'", "''") + "'";
    }

    private static DeadLetter read(Message message) throws JMSException {
        var origin = DeadLetterMessages.origin(message);
        return new DeadLetter(
                said(message.getJMSMessageID()),
                origin,
                said(message.getStringProperty(SigningBroker.SENDER)),
                said(message.getJMSType()),
                JsonMessages.read(message).map(body -> content(origin, body)).orElse(Content.NOTHING),
                DeadLetterMessages.sentAt(message),
                DeadLetterMessages.tries(message),
                cut(DeadLetterMessages.reason(message)));
    }

    private static Content content(String origin, JsonObject body) {
        return switch (origin) {
            case DeadLetter.REQUESTS -> new Content(cut(body.getString("requestId", "")), null, 0);
            case DeadLetter.FAN_OUT -> part(body);
            default -> Content.NOTHING;
        };
    }

    private static Content part(JsonObject body) {
        return body.get("broadcast") instanceof JsonNumber broadcast && body.get("chunk") instanceof JsonNumber chunk
                ? new Content("", new BroadcastId(broadcast.longValue()), chunk.intValue())
                : Content.NOTHING;
    }

    private static String said(String words) {
        return words == null ? "" : words;
    }

    private static String cut(String words) {
        return words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words;
    }
}

package pl.goniec.platform.broker;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQBuffers;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.reader.MessageUtil;
import org.apache.activemq.artemis.reader.TextMessageUtil;
import org.apache.activemq.artemis.utils.CompositeAddress;
import pl.goniec.platform.jms.JsonMessages;

/**
 * Puts what makes no sense to the consumer of a queue behind everything else in it, so that much of it does not hold up the rest: it
 * gets the lowest priority. This is a hint and no decision, which is the consumer's; a message about which nothing can be
 * said stays where it is.
 */
public abstract class SenselessLast implements ActiveMQServerMessagePlugin {

    private static final System.Logger LOG = System.getLogger(SenselessLast.class.getName());
    private static final byte LOWEST = 0;

    /** A text of the broker's own protocol has two bytes for each character; the rest is room for what stands around it. */
    private static final int READ_AT_MOST = 2 * JsonMessages.MAX_BYTES + 64 * 1024;

    /** Reading takes memory, many times that of the message, and whoever may log in can make the broker read. */
    private static final int READ_AT_ONCE = 2;

    private static final long PATIENCE_MILLIS = 100;

    private final SimpleString queue;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    /**
     * @param queue name of the JMS queue
     */
    protected SenselessLast(String queue) {
        this.queue = SimpleString.of("jms.queue." + queue);
    }

    /**
     * Tells whether a message may be one for the queue's consumer. Called for each message while its sender waits, by several threads.
     *
     * @param sender with which name the sender has logged in to the broker, or null
     * @param type its {@code JMSType}, or null
     * @param text its body, or null when that is no text that Goniec takes
     */
    protected abstract boolean makesSense(String sender, String type, String text);

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue) {
        if (queue.equals(CompositeAddress.extractAddressName(message.getAddressSimpleString()))
                && !(session.getRemotingConnection().getTransportConnection() instanceof InVMConnection)
                && isSenseless(session.getUsername(), message)) {
            message.setPriority(LOWEST);
            message.reencode();
        }
    }

    private boolean isSenseless(String sender, Message message) {
        if (message.getWholeMessageSize() > READ_AT_MOST) {
            return true;
        }
        boolean mayRead = false;
        try {
            mayRead = reading.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return mayRead && !readsWell(sender, message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (mayRead) {
                reading.release();
            }
        }
    }

    /** The libraries that read JSON look for one another with the thread's class loader, which is the broker's here. */
    private boolean readsWell(String sender, Message message) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(getClass().getClassLoader());
        try {
            var core = message.toCore();
            return makesSense(sender, MessageUtil.getJMSType(core), text(core).orElse(null));
        } catch (ActiveMQException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A message could not be read on its way into the queue", e);
            return true;
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static Optional<String> text(ICoreMessage message) throws ActiveMQException {
        var body = message.isLargeMessage() ? fromItsFile(message) : message.getReadOnlyBodyBuffer();
        return switch (message.getType()) {
            case Message.TEXT_TYPE ->
                Optional.ofNullable(TextMessageUtil.readBodyText(body))
                        .map(SimpleString::toString)
                        .flatMap(JsonMessages::text);
            case Message.BYTES_TYPE -> {
                var bytes = new byte[body.readableBytes()];
                body.readBytes(bytes);
                yield JsonMessages.text(bytes);
            }
            default -> Optional.empty();
        };
    }

    private static ActiveMQBuffer fromItsFile(ICoreMessage message) throws ActiveMQException {
        try (var file = message.getLargeBodyReader()) {
            file.open();
            var body = ByteBuffer.allocate((int) file.getSize());
            file.readInto(body);
            return ActiveMQBuffers.dynamicBuffer(body.array());
        }
    }
}

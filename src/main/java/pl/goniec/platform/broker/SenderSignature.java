package pl.goniec.platform.broker;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes on each message with which name its sender has logged in, whatever the sender has written there, and over whichever protocol
 * it comes. Artemis has the same for its own protocol alone, and not with the server's security domain. What comes from
 * within the server is the application's own: a request that it puts aside keeps its signature.
 */
class SenderSignature implements ActiveMQServerMessagePlugin {

    private static final SimpleString SENDER = SimpleString.of(SigningBroker.SENDER);

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue) {
        boolean within = session.getRemotingConnection().getTransportConnection() instanceof InVMConnection;
        if (!within && session.getUsername() != null) {
            message.putStringProperty(SENDER, SimpleString.of(session.getUsername()));
            message.reencode();
        }
    }
}

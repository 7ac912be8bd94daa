package pl.goniec.platform.broker;

import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;
import org.wildfly.extension.messaging.activemq.ActiveMQBroker;

/**
 * Lets the server's broker sign messages for as long as the application is there. The server has no setting for a plugin of its broker,
 * which is reached as one of its services; where there is none, because the broker is a remote one, nothing is done.
 */
public class SigningBroker implements ServiceActivator {

    /** The property of a message that says with which name its sender has logged in to the broker. */
    public static final String SENDER = "goniec_sender";

    private static final ServiceName BROKER = ServiceName.parse("org.wildfly.messaging.activemq.server.default");

    @Override
    public void activate(ServiceActivatorContext context) {
        if (context.getServiceRegistry().getService(BROKER) == null) {
            return;
        }
        var service = context.getServiceTarget().addService();
        Supplier<ActiveMQBroker> broker = service.requires(BROKER);
        service.setInstance(new Signing(broker));
        service.install();
    }

    private record Signing(Supplier<ActiveMQBroker> broker, SenderSignature signature) implements Service {

        Signing(Supplier<ActiveMQBroker> broker) {
            this(broker, new SenderSignature());
        }

        @Override
        public void start(StartContext context) {
            server().registerBrokerPlugin(signature);
        }

        @Override
        public void stop(StopContext context) {
            server().unRegisterBrokerPlugin(signature);
        }

        private ActiveMQServer server() {
            return (ActiveMQServer) broker.get().getDelegate();
        }
    }
}

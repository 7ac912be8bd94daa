package pl.goniec.platform.broker;

import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.jboss.msc.Service;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;
import org.wildfly.extension.messaging.activemq.ActiveMQBroker;

/**
 * Plugs something into the server's broker for as long as the application is there. The server has no setting for a plugin of its
 * broker, which is reached as one of its services; where there is none, because the broker is a remote one, nothing is done.
 */
public abstract class BrokerPlugin implements ServiceActivator {

    private static final ServiceName BROKER = ServiceName.parse("org.wildfly.messaging.activemq.server.default");

    private final ActiveMQServerMessagePlugin plugin;

    protected BrokerPlugin(ActiveMQServerMessagePlugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public void activate(ServiceActivatorContext context) {
        if (context.getServiceRegistry().getService(BROKER) == null) {
            return;
        }
        var service = context.getServiceTarget().addService();
        Supplier<ActiveMQBroker> broker = service.requires(BROKER);
        service.setInstance(new Plugged(broker, plugin));
        service.install();
    }

    private record Plugged(Supplier<ActiveMQBroker> broker, ActiveMQServerMessagePlugin plugin) implements Service {

        @Override
        public void start(StartContext context) {
            server().registerBrokerPlugin(plugin);
        }

        @Override
        public void stop(StopContext context) {
            server().unRegisterBrokerPlugin(plugin);
        }

        private ActiveMQServer server() {
            return (ActiveMQServer) broker.get().getDelegate();
        }
    }
}

package pl.goniec.platform.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnifaces.cdi.push.SocketEvent;
import org.omnifaces.cdi.push.SocketEvent.Closed;
import org.omnifaces.cdi.push.SocketEvent.Opened;

/** Counts the sockets of open pages on this node. */
@ApplicationScoped
public class OpenSockets {

    private final AtomicInteger open = new AtomicInteger();

    void opened(@Observes @Opened SocketEvent event) {
        open.incrementAndGet();
    }

    void closed(@Observes @Closed SocketEvent event) {
        open.decrementAndGet();
    }

    public int number() {
        return open.get();
    }
}

package pl.goniec.platform.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;

/**
 * How many sockets of open pages there are on this node. Every socket knows the others of its endpoint; Undertow's still does when it is
 * closed itself, which the interface does not promise.
 */
@ApplicationScoped
public class OpenSockets {

    private volatile Session latest;

    void opened(Session socket) {
        latest = socket;
    }

    public int number() {
        return latest == null ? 0 : latest.getOpenSessions().size();
    }
}

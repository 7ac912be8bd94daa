package pl.goniec.platform.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.omnifaces.cdi.Push;
import org.omnifaces.cdi.PushContext;

/**
 * Tells the open browsers of some persons that something changed. A hint and nothing more: the payload is empty, a page that
 * misses it reads its state at the next poll, and nothing waits for an answer.
 *
 * <p>Pages listen with {@code <o:socket channel="changed" user="#{…person id…}"/>}.
 */
@ApplicationScoped
public class Pusher {

    @Inject
    @Push(channel = "changed")
    private PushContext changed;

    /** Tells these persons' browsers; safe from an observer after the commit and from a consumer. */
    public void changed(Collection<Long> personIds) {
        if (!personIds.isEmpty()) {
            changed.send("", personIds);
        }
    }
}

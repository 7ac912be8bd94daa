package pl.goniec.platform.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Answers the requests of one open page one after the other. The page's own script sends them so, and its beans are made for
 * that; but a browser or a proxy may repeat a request whose answer is late, and the repetition must find what the first one did.
 */
public class OneAtATime extends FacesContextFactory {

    /** Pages share locks by chance, which costs them a moment at most. */
    private static final Lock[] LOCKS =
            Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    public OneAtATime(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        var lock = lock((HttpServletRequest) request);
        lock.lock();
        try {
            return new Locked(getWrapped().getFacesContext(context, request, response, lifecycle), lock);
        } catch (RuntimeException e) {
            lock.unlock();
            throw e;
        }
    }

    private static Lock lock(HttpServletRequest request) {
        var state = request.getParameter(ResponseStateManager.VIEW_STATE_PARAM);
        return state == null
                ? new ReentrantLock()
                : LOCKS[Math.floorMod(Objects.hash(request.getRequestedSessionId(), state), LOCKS.length)];
    }

    /** Lets the next one in when it is released. */
    private static final class Locked extends FacesContextWrapper {

        private final Lock lock;

        Locked(FacesContext wrapped, Lock lock) {
            super(wrapped);
            this.lock = lock;
        }

        @Override
        public void release() {
            try {
                super.release();
            } finally {
                lock.unlock();
            }
        }
    }
}

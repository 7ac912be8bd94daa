package pl.goniec.identity.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/** As much of Faces as a bean needs that looks at its session: a request that anybody may log in with, and the session. */
final class Faces extends FacesContextWrapper {

    private final ExternalContext outside;

    private Faces(ExternalContext outside) {
        super(null);
        this.outside = outside;
    }

    /** Begins a request; something happens while the container compares the password. */
    static void enter(Map<String, Object> session, Runnable meanwhile) {
        setCurrentInstance(new Faces(new Outside(session, meanwhile)));
    }

    static void leave() {
        setCurrentInstance(null);
    }

    @Override
    public ExternalContext getExternalContext() {
        return outside;
    }

    @Override
    public void responseComplete() {}

    @SuppressWarnings("unchecked") // the wrapper itself hands on a raw map
    private static final class Outside extends ExternalContextWrapper {

        private final Map<String, Object> session;
        private final Runnable meanwhile;

        Outside(Map<String, Object> session, Runnable meanwhile) {
            super(null);
            this.session = session;
            this.meanwhile = meanwhile;
        }

        @Override
        public Object getRequest() {
            return Proxy.newProxyInstance(
                    Faces.class.getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("login")) {
                            meanwhile.run();
                        }
                        return method.getReturnType() == String.class ? "192.0.2.1" : null;
                    });
        }

        @Override
        public Map<String, Object> getSessionMap() {
            return session;
        }

        @Override
        public void redirect(String url) {}
    }
}

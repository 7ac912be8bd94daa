package pl.goniec.platform.faces;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Gives everything unexpected the number of an incident, wherever it happened: in a filter, a servlet or Faces. A page that was to
 * be opened is answered with the error page; a script of an open page with the number alone, which it says beside what is typed.
 * The outermost filter, which {@code web.xml} sees to.
 */
public class IncidentFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Where OmniFaces leaves the number that it has logged, and where the error page takes it from. */
    static final String INCIDENT = "org.omnifaces.exception_uuid";

    /** Tells the number to whoever reads no page. */
    static final String HEADER = "X-Incident";

    private static final System.Logger LOG = System.getLogger(IncidentFilter.class.getName());

    @Inject
    private transient Event<IncidentHappened> incidents;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var incident = incident(request, e);
            incidents.fire(new IncidentHappened(incident));
            if (!isByScript(request) || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            response.setHeader(HEADER, incident);
        }
    }

    private static String incident(HttpServletRequest request, Exception e) {
        if (request.getAttribute(INCIDENT) instanceof String logged) {
            return logged;
        }
        var incident = UUID.randomUUID().toString();
        request.setAttribute(INCIDENT, incident);
        LOG.log(Level.ERROR, "[" + incident + "] " + request.getMethod() + " " + request.getRequestURI(), e);
        return incident;
    }

    private static boolean isByScript(HttpServletRequest request) {
        return request.getHeader("Faces-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }
}

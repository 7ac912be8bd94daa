package pl.goniec.identity.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import pl.goniec.identity.api.SessionMark;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.platform.security.ActionRefused;

/**
 * Ends the session of a person who was blocked after he logged in, or whose sessions were ended since, whose address has become
 * somebody else's, or who has left his last company: his next request is answered like a stranger's, even where the container refuses
 * him before any filter and only the error page passes here. Resources and the log-in page are left alone.
 */
@WebFilter(
        filterName = "blockedPerson",
        urlPatterns = {
            "/office/*",
            "/client/*",
            "/download/*",
            "/live",
            "/switch",
            "/settings.xhtml",
            "/omnifaces.push/*",
            "/error/*",
            ""
        },
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class BlockedPersonFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProfileService profiles;

    @Inject
    private transient Event<ActionRefused> refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRemoteUser() == null || belongs(request)) {
            chain.doFilter(request, response);
            return;
        }
        var wanted = Objects.requireNonNullElse(
                (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        refusals.fire(new ActionRefused(request.getRemoteUser(), request.getMethod(), wanted, "error.logIn"));
        request.logout();
        request.getSession().invalidate();
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            response.reset();
        }
        if ("GET".equals(request.getMethod()) && wanted.endsWith(".xhtml")) {
            response.sendRedirect("/login.xhtml");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** A session without a mark is none that our log-in has begun. */
    private boolean belongs(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(MarkedSession.ATTRIBUTE) instanceof SessionMark mark
                && profiles.inUse(mark);
    }
}

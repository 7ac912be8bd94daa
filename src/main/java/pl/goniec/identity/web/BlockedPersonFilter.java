package pl.goniec.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import pl.goniec.identity.boundary.ProfileService;

/**
 * Ends the session of a person who was blocked after he logged in: his next request is answered like a stranger's.
 * Resources and the log-in page are left alone.
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
            ""
        },
        asyncSupported = true)
public class BlockedPersonFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProfileService profiles;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRemoteUser() == null || profiles.inUse()) {
            chain.doFilter(request, response);
            return;
        }
        request.logout();
        request.getSession().invalidate();
        if ("GET".equals(request.getMethod()) && request.getRequestURI().endsWith(".xhtml")) {
            response.sendRedirect("/login.xhtml");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}

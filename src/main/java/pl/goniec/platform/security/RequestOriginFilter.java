package pl.goniec.platform.security;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Knows where each request comes from, and reports what the container refuses before an interceptor of ours is reached:
 * an address by its constraint, a method by its roles. Both show in the error dispatch or in what Faces leaves behind. The first filter
 * within the outermost, which {@code web.xml} sees to.
 */
public class RequestOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String REPORTED = RequestOriginFilter.class.getName();

    private static final Pattern COMPANY = Pattern.compile("(?:^|&)company=([0-9]{1,18})(?:&|$)");

    @Inject
    private transient Event<ActionRefused> refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestOrigin.bind(request.getRemoteAddr());
        LogContext.put(RequestOrigin.current().correlationId(), request.getRemoteUser(), company(request));
        try {
            chain.doFilter(request, response);
            if (isForbidden(request, response) && request.getAttribute(REPORTED) == null) {
                request.setAttribute(REPORTED, true);
                refusals.fire(new ActionRefused(
                        Objects.requireNonNullElse(request.getRemoteUser(), "anonymous"),
                        request.getMethod(),
                        address(request),
                        "error.forbidden"));
            }
        } finally {
            RequestOrigin.unbind();
        }
    }

    /** Says of a request that its refusal has been reported where it was spoken, so that it is not told twice. */
    public static void reported(HttpServletRequest request) {
        request.setAttribute(REPORTED, true);
    }

    /** Returns the company in whose pages somebody is, as their addresses say it. */
    private static String company(HttpServletRequest request) {
        var asked = COMPANY.matcher(Objects.requireNonNullElse(request.getQueryString(), ""));
        return asked.find() ? asked.group(1) : null;
    }

    private static boolean isForbidden(HttpServletRequest request, HttpServletResponse response) {
        return response.getStatus() == HttpServletResponse.SC_FORBIDDEN
                || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof EJBAccessException;
    }

    private static String address(HttpServletRequest request) {
        return Objects.requireNonNullElse(
                (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
    }
}

package pl.goniec.platform.faces;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * Keeps from an error page what was sent with the request that failed. Faces would take it for a form of the error page that comes
 * back, and the error page would fail as well. The number of the incident also stands in a header: a HEAD has no page.
 */
@WebFilter(filterName = "errorPage", urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR, asyncSupported = true)
public class ErrorPageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(IncidentFilter.INCIDENT) instanceof String incident) {
            response.setHeader(IncidentFilter.HEADER, incident);
        }
        chain.doFilter(new Unasked(request), response);
    }

    /** Somebody's look at a page, without a form. */
    private static final class Unasked extends HttpServletRequestWrapper {

        Unasked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return "Faces-Request".equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}

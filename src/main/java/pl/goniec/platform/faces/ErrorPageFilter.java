package pl.goniec.platform.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * Begins an error page anew. What was sent with the request that failed is kept from it: Faces would take it for a form of the error
 * page that comes back, and the error page would fail as well. What was answered before holds no more. The number of the incident
 * also stands in a header: a HEAD has no page. The first filter of an error page, which {@code web.xml} sees to.
 */
public class ErrorPageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int status = response.getStatus();
        response.reset();
        response.setStatus(status);
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

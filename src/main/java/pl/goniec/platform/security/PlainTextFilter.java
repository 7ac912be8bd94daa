package pl.goniec.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes U+0000 out of every parameter: nobody types it, and PostgreSQL neither stores nor compares a text that has it. */
@WebFilter(filterName = "plainText", urlPatterns = "/*", asyncSupported = true)
public class PlainTextFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new PlainText(request), response);
    }

    private static final class PlainText extends HttpServletRequestWrapper {

        PlainText(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return plain(super.getParameter(name));
        }

        @Override
        public String[] getParameterValues(String name) {
            return plain(super.getParameterValues(name));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var plain = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, values) -> plain.put(name, plain(values)));
            return plain;
        }

        private static String plain(String value) {
            return value == null ? null : value.replace("\0", "");
        }

        private static String[] plain(String[] values) {
            return values == null
                    ? null
                    : Arrays.stream(values).map(PlainText::plain).toArray(String[]::new);
        }
    }
}

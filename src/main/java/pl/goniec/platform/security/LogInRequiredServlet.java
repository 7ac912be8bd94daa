package pl.goniec.platform.security;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The container's "form log-in page": it forwards here whatever was refused for want of a log-in. A page, also one that is not
 * there, is sent to the log-in and comes back afterwards; a script, a download or a socket gets a plain 401, since a page would be no answer to it.
 */
@WebServlet("/log-in-required")
public class LogInRequiredServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Event<ActionRefused> refusals;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (wanted == null) {
            // asked for directly, by somebody who is logged in
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        refusals.fire(new ActionRefused("anonymous", request.getMethod(), wanted, "error.logIn"));
        response.setHeader("Cache-Control", "no-store");
        if (!isPage(request, wanted)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String from = query == null ? wanted : wanted + "?" + query;
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                LocalAddress.of(from)
                        .filter(address -> !"/".equals(address))
                        .map(address -> "/login.xhtml?from=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                        .orElse("/login.xhtml"));
    }

    private static boolean isPage(HttpServletRequest request, String wanted) {
        return request.getHeader("Faces-Request") == null
                && request.getHeader("Upgrade") == null
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                && ("/".equals(wanted) || wanted.endsWith(".xhtml") || isMistyped(request));
    }

    /** Somebody looks with his browser at an address that nothing of ours answers to. */
    private static boolean isMistyped(HttpServletRequest request) {
        var mapping = (HttpServletMapping) request.getAttribute(RequestDispatcher.FORWARD_MAPPING);
        String accepted = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && mapping.getMappingMatch() == MappingMatch.DEFAULT
                && accepted != null
                && accepted.contains("text/html");
    }
}

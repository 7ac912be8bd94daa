package pl.goniec.inbox.web;

import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A small request of an open page for one side's numbers. Without a log-in the container answers 401; asking for the side that one
 * does not have is refused like any other page of that side.
 */
abstract class SideServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonValue answer;
        try {
            answer = "office".equals(request.getParameter("side")) ? ofOffice() : ofClient();
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(answer);
    }

    abstract JsonValue ofOffice();

    abstract JsonValue ofClient();
}

package pl.goniec.inbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.platform.faces.ViewLanguage;

/**
 * The one small request by which an open page reads its numbers again. Without a log-in the container answers 401; asking for the
 * side that one does not have is refused like any other page of that side.
 */
@WebServlet("/live")
public class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient InboxService inbox;

    @Inject
    private transient ViewLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean office = "office".equals(request.getParameter("side"));
        if (!request.isUserInRole(office ? "OFFICE" : "CLIENT")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var counts = office ? inbox.officeUnread() : inbox.clientUnread();
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(LiveNumbers.json(counts, language.getLocale()));
    }
}

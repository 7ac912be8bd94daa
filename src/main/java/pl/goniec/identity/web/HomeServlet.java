package pl.goniec.identity.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import pl.goniec.platform.security.Roles;

/** The root: each one's first page. Somebody who is on both sides starts in the office. */
@WebServlet("")
public class HomeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.isUserInRole(Roles.OFFICE)) {
            response.sendRedirect("/office/companies.xhtml");
        } else if (request.isUserInRole(Roles.CLIENT)) {
            response.sendRedirect("/client/companies.xhtml");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

package pl.goniec.identity.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import pl.goniec.identity.api.LoggedOut;

/** Ends the session. Only by POST: an address that somebody is sent must not log him out; the cookie is SameSite. */
@WebServlet("/logout")
public class LogOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Event<LoggedOut> events;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getRemoteUser() != null) {
            events.fire(new LoggedOut(request.getRemoteUser(), request.getRemoteAddr()));
        }
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect("/login.xhtml");
    }
}

package pl.goniec.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import pl.goniec.identity.boundary.OfficeService;

/** The office's logo, for everybody. Its address carries its version, so that a browser may keep it. */
@WebServlet("/logo")
public class LogoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OfficeService offices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var logo = offices.logo();
        if (logo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(logo.get().type());
        response.setContentLength(logo.get().content().length);
        response.setHeader("Cache-Control", "private, max-age=86400");
        response.getOutputStream().write(logo.get().content());
    }
}

package pl.goniec.platform.faces;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.omnifaces.util.Exceptions;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.NotFoundException;

/**
 * Gives a page that was refused its status: 404 for what is not there or not the caller's, 403 for what he may not do.
 * The specification knows an error page for an exception, but answers it with 500.
 */
@WebFilter(filterName = "refusalStatus", urlPatterns = "*.xhtml", asyncSupported = true)
public class RefusalStatusFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (Exceptions.is(e, NotFoundException.class)) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (Exceptions.is(e, ForbiddenException.class) || Exceptions.is(e, EJBAccessException.class)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                throw e;
            }
        }
    }
}

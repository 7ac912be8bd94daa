package pl.goniec.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import pl.goniec.platform.config.Settings;

/**
 * Refuses a body that cannot be a message before reading it. Each file and their sum are judged by the component that stores
 * them; this keeps disks from filling meanwhile. A body of unknown length is refused too: no browser sends one.
 */
@WebFilter(filterName = "uploadLimit", urlPatterns = "/*", asyncSupported = true)
public class UploadLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** View state, names and part headers around the files. */
    private static final long FORM_BYTES = 1024L * 1024L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            long length = request.getContentLengthLong();
            if (length < 0) {
                response.setStatus(HttpServletResponse.SC_LENGTH_REQUIRED);
                return;
            }
            if (length > settings.maxMessageBytes() + FORM_BYTES) {
                response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}

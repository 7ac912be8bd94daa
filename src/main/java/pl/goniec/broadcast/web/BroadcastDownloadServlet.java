package pl.goniec.broadcast.web;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.platform.faces.FileResponse;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.NotFoundException;

/** The files of a ledger by address, {@code /download/broadcast/{broadcast}/{file}}: for whom the ledger is there. */
@WebServlet("/download/broadcast/*")
public class BroadcastDownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([0-9]{1,18})/([0-9]{1,18})");

    @Inject
    private transient LedgerService ledgers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = FILE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!address.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = new BroadcastId(Long.parseLong(address.group(1)));
        var file = new AttachmentId(Long.parseLong(address.group(2)));
        try {
            var row = ledgers.open(id, file);
            new FileResponse(response)
                    .send(row.name(), row.mediaType(), row.size(), number -> ledgers.piece(id, file, number));
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

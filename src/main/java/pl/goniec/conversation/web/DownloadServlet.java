package pl.goniec.conversation.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.conversation.boundary.DownloadService;
import pl.goniec.platform.faces.FileResponse;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.NotFoundException;

/**
 * Files by address: {@code /download/{conversation}/{position}/{file}} of a message, {@code /download/draft/{draft}/{file}}
 * of one's own draft. A foreign id answers 404 like one that never existed.
 */
@WebServlet("/download/*")
public class DownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern MESSAGE = Pattern.compile("/([0-9]{1,18})/([0-9]{1,18})/([0-9]{1,18})");
    private static final Pattern DRAFT = Pattern.compile("/draft/([0-9]{1,18})/([0-9]{1,18})");

    @Inject
    private transient DownloadService downloads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        var message = MESSAGE.matcher(path);
        var draft = DRAFT.matcher(path);
        try {
            if (message.matches()) {
                var id = new MessageId(
                        new ConversationId(Long.parseLong(message.group(1))), Long.parseLong(message.group(2)));
                var file = new AttachmentId(Long.parseLong(message.group(3)));
                send(response, downloads.open(id, file), piece -> downloads.piece(id, file, piece));
            } else if (draft.matches()) {
                var id = new DraftId(Long.parseLong(draft.group(1)));
                var file = new AttachmentId(Long.parseLong(draft.group(2)));
                send(response, downloads.open(id, file), piece -> downloads.piece(id, file, piece));
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (NotFoundException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(HttpServletResponse response, AttachmentRow file, IntFunction<byte[]> pieces)
            throws IOException {
        new FileResponse(response).send(file.name(), file.mediaType(), file.size(), pieces);
    }
}

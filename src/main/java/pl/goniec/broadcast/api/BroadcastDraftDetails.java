package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.shared.DraftId;

/** The POWIADOMIENIE that the caller is writing, as the server keeps it. */
public record BroadcastDraftDetails(
        DraftId id, String title, String text, boolean withEmployees, List<AttachmentRow> files, Instant savedAt)
        implements Serializable {

    public BroadcastDraftDetails {
        files = List.copyOf(files);
    }
}

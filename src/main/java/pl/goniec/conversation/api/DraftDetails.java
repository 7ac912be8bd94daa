package pl.goniec.conversation.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.shared.DraftId;

/** What the caller is writing, as the server keeps it. */
public record DraftDetails(DraftId id, String text, List<AttachmentRow> files, Instant savedAt)
        implements Serializable {

    public DraftDetails {
        files = List.copyOf(files);
    }
}

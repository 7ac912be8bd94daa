package pl.goniec.conversation.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * A message as its reader sees it.
 *
 * @param own whether the reader's side wrote it
 * @param authorRole what the author was when he wrote it
 * @param title of a broadcast, or null
 * @param broadcast the POWIADOMIENIE it is part of, or null
 * @param readers who of the other side has read it, first reader first; for the reader's own side only
 */
public record MessageRow(
        MessageId id,
        Side side,
        boolean own,
        PersonId author,
        String authorName,
        Role authorRole,
        Instant sentAt,
        String title,
        String text,
        BroadcastId broadcast,
        List<AttachmentRow> files,
        List<ReaderRow> readers)
        implements Serializable {

    public MessageRow {
        files = List.copyOf(files);
        readers = List.copyOf(readers);
    }

    public boolean notice() {
        return broadcast != null;
    }
}

package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.Role;

/**
 * The ledger page's head.
 *
 * @param title its own, or the first line of the text that does not end in a comma
 * @param finishedAt when the last copy was delivered or cancelled, or null while some are on their way
 */
public record LedgerDetails(
        BroadcastId id,
        String title,
        String text,
        List<AttachmentRow> files,
        String authorName,
        Role authorRole,
        Instant acceptedAt,
        Instant finishedAt,
        boolean withEmployees,
        int companies,
        LedgerSums sums,
        List<UnreachableCompany> unreachable)
        implements Serializable {

    public LedgerDetails {
        files = List.copyOf(files);
        unreachable = List.copyOf(unreachable);
    }
}

package pl.goniec.inbox.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import pl.goniec.shared.CompanyId;

/**
 * A row of the lista firm.
 *
 * @param nip as people write it, with dashes
 * @param preview first line of the last message, at most 60 characters, or null when there is none
 * @param own whether the office wrote it
 * @param unread messages of the clients that the caller has not read
 */
public record CompanyRow(
        CompanyId id,
        String name,
        String nip,
        List<String> caretakers,
        String preview,
        boolean own,
        Instant at,
        long unread,
        CompanyState state)
        implements Serializable {

    public CompanyRow {
        caretakers = List.copyOf(caretakers);
    }

    public boolean isUnread() {
        return unread > 0;
    }
}

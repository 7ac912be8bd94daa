package pl.goniec.conversation.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.identity.api.Initials;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * A conversation in the office's list.
 *
 * @param preview first line of the last message, at most 60 characters
 * @param own whether the office wrote the last message
 * @param unread messages of the client that the caller has not read
 */
public record ConversationRow(
        ConversationId id,
        PersonId person,
        String name,
        Role role,
        String preview,
        boolean own,
        Instant at,
        long unread)
        implements Serializable {

    public String initials() {
        return Initials.of(name);
    }
}

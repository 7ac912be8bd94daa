package pl.goniec.conversation.api;

import java.io.Serializable;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * An opened conversation.
 *
 * @param person the client person whose conversation it is, with the role he holds in the company
 * @param side on which side the caller stands
 * @param unread how many messages of the other side were unread when it was opened
 * @param firstUnread position of the first of them, 0 for none
 * @param writable whether the caller may write here now
 */
public record ThreadDetails(
        ConversationId id,
        CompanyId company,
        PersonId person,
        String name,
        String email,
        Role role,
        Side side,
        long unread,
        long firstUnread,
        boolean writable,
        ThreadPage page)
        implements Serializable {}

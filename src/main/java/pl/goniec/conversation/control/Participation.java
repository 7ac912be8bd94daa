package pl.goniec.conversation.control;

import pl.goniec.conversation.entity.Conversation;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** A conversation together with what the caller is in it. */
public record Participation(Conversation conversation, Role role) {

    public Side side() {
        return role.side();
    }
}

package pl.goniec.conversation.api;

import java.io.Serializable;
import java.util.List;

/** Messages in order, oldest first, and whether there are more before and after them. */
public record ThreadPage(List<MessageRow> messages, boolean older, boolean newer) implements Serializable {

    public ThreadPage {
        messages = List.copyOf(messages);
    }

    public boolean empty() {
        return messages.isEmpty();
    }

    /** Returns the position of the first message, 0 when there is none. */
    public long first() {
        return messages.isEmpty() ? 0 : messages.get(0).id().position();
    }

    /** Returns the position of the last message, 0 when there is none. */
    public long last() {
        return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).id().position();
    }
}

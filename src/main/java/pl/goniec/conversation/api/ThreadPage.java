package pl.goniec.conversation.api;

import java.io.Serializable;
import java.util.List;

/** Messages in order, oldest first, and whether there are more before and after them. */
public record ThreadPage(List<MessageRow> messages, boolean older, boolean newer) implements Serializable {

    public ThreadPage {
        messages = List.copyOf(messages);
    }
}

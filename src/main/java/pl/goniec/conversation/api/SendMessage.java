package pl.goniec.conversation.api;

import java.io.Serializable;
import java.util.Objects;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;

/** Send the draft with this text. The draft's id is the idempotency key: the same content again gets the same answer. */
public record SendMessage(ConversationId conversation, DraftId draft, String text) implements Serializable {

    public SendMessage {
        text = Objects.requireNonNullElse(text, "");
    }
}

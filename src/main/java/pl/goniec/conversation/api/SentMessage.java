package pl.goniec.conversation.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.MessageId;

/** The acknowledgement of a sent message; the same for each repetition. */
public record SentMessage(MessageId id, Instant sentAt) implements Serializable {}

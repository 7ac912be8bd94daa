package pl.goniec.conversation.api;

import java.io.Serializable;
import java.time.Instant;

/** Who read a message, and when first. */
public record ReaderRow(String name, Instant readAt) implements Serializable {}

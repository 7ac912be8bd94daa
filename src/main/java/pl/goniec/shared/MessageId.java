package pl.goniec.shared;

import java.io.Serializable;

/** Identifies a message by its conversation and its position in it, counted from 1. */
public record MessageId(ConversationId conversation, long position) implements Serializable {}

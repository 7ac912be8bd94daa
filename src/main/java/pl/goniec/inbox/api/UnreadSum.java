package pl.goniec.inbox.api;

import java.io.Serializable;

/** How many messages a person has not read on one side, and in how many companies. */
public record UnreadSum(long messages, long companies) implements Serializable {}

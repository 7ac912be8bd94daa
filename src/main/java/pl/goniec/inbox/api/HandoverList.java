package pl.goniec.inbox.api;

import java.io.Serializable;
import pl.goniec.shared.Page;

/**
 * Companies that could be handed over, with what all of them leave open.
 *
 * @param unread messages of the clients in all of them
 * @param unanswered how many of all of them wait for an answer
 */
public record HandoverList(Page<HandoverRow> page, long unread, long unanswered) implements Serializable {}

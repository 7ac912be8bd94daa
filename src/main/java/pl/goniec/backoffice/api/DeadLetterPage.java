package pl.goniec.backoffice.api;

import java.io.Serializable;
import pl.goniec.shared.Page;

/**
 * Some of the dead letters, the last one first.
 *
 * @param reachable whether the broker answered; without it nothing is known
 * @param more whether there are more than were looked at
 */
public record DeadLetterPage(boolean reachable, boolean more, Page<DeadLetterRow> page) implements Serializable {}

package pl.goniec.backoffice.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.BroadcastId;

/**
 * A message that no try could deliver, as the head sees it: never what it says.
 *
 * @param id the broker's number of the message
 * @param origin the queue from which it comes, as in {@code GoniecRequests}, or empty when that is not known
 * @param program whose request it is, or empty
 * @param kind what was asked for, as in {@code SendBroadcast}, or empty
 * @param requestId the program's number of it, or empty
 * @param broadcast the POWIADOMIENIE of which it is a part, or null
 * @param part which part, counted from 1, or 0
 * @param tries how often it was tried
 * @param words what went wrong, as the server says it, or empty
 * @param obstacle why it cannot be put on its way again, or null
 */
public record DeadLetterRow(
        String id,
        String origin,
        String program,
        String kind,
        String requestId,
        BroadcastId broadcast,
        int part,
        Instant sentAt,
        int tries,
        DeadLetterCause cause,
        String words,
        DeadLetterObstacle obstacle)
        implements Serializable {

    /** Tells whether it may be put on its way again. */
    public boolean isRepeatable() {
        return obstacle == null;
    }
}

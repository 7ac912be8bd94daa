package pl.goniec.backoffice.control;

import java.time.Instant;
import pl.goniec.backoffice.api.DeadLetterCause;
import pl.goniec.backoffice.api.DeadLetterObstacle;
import pl.goniec.backoffice.api.DeadLetterRow;
import pl.goniec.shared.BroadcastId;

/**
 * A message that no try could deliver, as it lies in the broker, and the rule what may be put back: only what was in a queue that
 * Goniec answers for, only there, and only where the same again does no harm.
 *
 * @param id the broker's number of the message, or empty when its sender gave it none
 * @param origin the queue from which it comes, or empty
 * @param program who has sent it, or empty when it comes from Goniec itself
 * @param kind its {@code JMSType}, or empty
 * @param content what its body names
 * @param tries how often it was tried, or 0 when the broker has put it here, which does that after the last try
 * @param reason a key of the texts or the words of what went wrong, or empty
 */
public record DeadLetter(
        String id,
        String origin,
        String program,
        String kind,
        Content content,
        Instant sentAt,
        int tries,
        String reason) {

    /** Where programs ask. */
    public static final String REQUESTS = "GoniecRequests";

    /** Where the parts of a POWIADOMIENIE go. */
    public static final String FAN_OUT = "GoniecFanOut";

    /** The reason of a request whose reply would go where replies may not. */
    public static final String REPLY_TO = "request.replyTo";

    /**
     * What a body names.
     *
     * @param requestId the program's number of a request, or empty
     * @param broadcast of a part, or null
     * @param chunk number of a part, counted from 0
     */
    public record Content(String requestId, BroadcastId broadcast, int chunk) {

        /** A body that names nothing. */
        public static final Content NOTHING = new Content("", null, 0);
    }

    /** Returns why it must not be put back, or null. */
    public DeadLetterObstacle obstacle() {
        if (id.isEmpty()) {
            return DeadLetterObstacle.ORIGIN;
        }
        return switch (origin) {
            case REQUESTS -> reason.equals(REPLY_TO) ? DeadLetterObstacle.REPLY_TO : null;
            case FAN_OUT -> content.broadcast() == null ? DeadLetterObstacle.CONTENT : null;
            default -> DeadLetterObstacle.ORIGIN;
        };
    }

    private DeadLetterCause cause() {
        if (reason.isEmpty()) {
            return DeadLetterCause.BURIED;
        }
        return reason.equals(REPLY_TO) ? DeadLetterCause.REPLY_TO : DeadLetterCause.TECHNICAL;
    }

    /** Returns what the head sees of it. */
    public DeadLetterRow row(int maxDeliveries) {
        return new DeadLetterRow(
                id,
                origin,
                program,
                RequestKind.of(kind).map(RequestKind::type).orElse(""),
                content.requestId(),
                content.broadcast(),
                content.broadcast() == null ? 0 : content.chunk() + 1,
                sentAt,
                tries == 0 ? maxDeliveries : tries,
                cause(),
                cause() == DeadLetterCause.TECHNICAL ? reason : "",
                obstacle());
    }
}

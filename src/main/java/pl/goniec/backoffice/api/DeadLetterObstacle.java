package pl.goniec.backoffice.api;

/** Why a dead letter is not put on its way again from the page. */
public enum DeadLetterObstacle {
    /** A request whose reply would go where replies may not: it would come back at once. */
    REPLY_TO,
    /** It comes from a queue that Goniec does not answer for. */
    ORIGIN,
    /** It is nothing that Goniec puts into the queue from which it comes. */
    CONTENT
}

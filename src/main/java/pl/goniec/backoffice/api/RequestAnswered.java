package pl.goniec.backoffice.api;

/**
 * A program's request has its answer, which is about to be sent.
 *
 * @param outcome {@code accepted}, {@code done} or {@code rejected}
 */
public record RequestAnswered(String outcome) {}

package pl.goniec.backoffice.api;

/** The head has put a dead letter back to where it came from. */
public record DeadLetterRetried(DeadLetterRow letter) {}

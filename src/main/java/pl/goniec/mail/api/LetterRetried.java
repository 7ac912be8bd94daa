package pl.goniec.mail.api;

/** The head has put a refused letter on its way again. */
public record LetterRetried(LetterId id) {}

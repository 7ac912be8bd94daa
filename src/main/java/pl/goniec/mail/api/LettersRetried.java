package pl.goniec.mail.api;

/** The head has put all refused letters on their way again. */
public record LettersRetried(int letters) {}

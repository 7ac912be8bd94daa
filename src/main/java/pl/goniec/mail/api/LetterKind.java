package pl.goniec.mail.api;

/** What a letter is for. Only who may log in is told of messages; the two others open an account. */
public enum LetterKind {
    INVITATION,
    PASSWORD,
    MESSAGES
}

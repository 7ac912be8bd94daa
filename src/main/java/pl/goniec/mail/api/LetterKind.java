package pl.goniec.mail.api;

/** What a letter is for. Only who may log in is told of messages; the two others open an account. */
public enum LetterKind {
    INVITATION,
    PASSWORD,
    MESSAGES;

    /** Tells whether such a letter brings a link that opens an account, so that nobody else may read it. */
    public boolean isSecret() {
        return this != MESSAGES;
    }
}

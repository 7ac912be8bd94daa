package pl.goniec.mail.api;

/** What a letter is for. Only who may log in is told of messages; two others open an account, and one tells what became of it. */
public enum LetterKind {
    INVITATION,
    PASSWORD,
    MESSAGES,
    ACCOUNT;

    /** Tells whether such a letter brings a link that opens an account, so that nobody else may read it. */
    public boolean isSecret() {
        return this == INVITATION || this == PASSWORD;
    }
}

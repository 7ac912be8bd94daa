package pl.goniec.mail.entity;

/** The life of a letter: waiting, and then sent, refused for good by the mail server, or dropped because its person is gone. */
public enum LetterState {
    WAITING,
    SENT,
    REFUSED,
    DROPPED
}

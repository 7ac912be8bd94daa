package pl.goniec.identity.api;

/** The person's choice of colours; SYSTEM follows the machine. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}

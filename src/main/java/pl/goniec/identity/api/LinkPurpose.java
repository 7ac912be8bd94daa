package pl.goniec.identity.api;

import java.time.Duration;

/** What a link in a letter is for: the first password, or another one for who has forgotten his. */
public enum LinkPurpose {
    INVITATION(Duration.ofDays(3)),
    PASSWORD(Duration.ofHours(1));

    /** How long after a letter with a link no other one is sent to the same person. */
    public static final Duration BETWEEN_LETTERS = Duration.ofMinutes(5);

    private final Duration lasts;

    LinkPurpose(Duration lasts) {
        this.lasts = lasts;
    }

    /** Returns how long such a link works. */
    public Duration lasts() {
        return lasts;
    }
}

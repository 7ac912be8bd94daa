package pl.goniec.platform.persistence;

import java.util.Locale;

/** A part of a text for {@code LIKE … ESCAPE '!'} on a lower-cased column. */
public final class LikePattern {

    private LikePattern() {}

    /**
     * Returns the pattern of everything that contains the text, whose own wildcards mean themselves. A NUL is left out: no text has one,
     * and PostgreSQL takes none.
     */
    public static String containing(String text) {
        var escaped = text.replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}

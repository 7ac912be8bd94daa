package pl.goniec.platform.persistence;

import java.util.Locale;

/** A part of a text for {@code LIKE … ESCAPE '!'} on a lower-cased column. */
public final class LikePattern {

    private LikePattern() {}

    /** Returns the pattern of everything that contains the text, whose own wildcards mean themselves. */
    public static String containing(String text) {
        var escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}

package pl.goniec.shared;

/** What the reader of a text sees of it. */
public final class Visible {

    private Visible() {}

    /** Tells whether there is anything to be seen: a text of no-break or zero-width spaces looks blank to its reader and is. */
    public static boolean anythingOf(String text) {
        return text.codePoints().anyMatch(Visible::isVisible);
    }

    private static boolean isVisible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT;
    }
}

package pl.goniec.identity.api;

/** The two letters of an avatar. */
public final class Initials {

    private Initials() {}

    /** Returns the first letters of the first and the last word, in upper case. */
    public static String of(String name) {
        var words = name.strip().split("\\s+");
        var letters = new StringBuilder().appendCodePoint(words[0].codePointAt(0));
        if (words.length > 1) {
            letters.appendCodePoint(words[words.length - 1].codePointAt(0));
        }
        return letters.toString().toUpperCase(Language.PL.locale());
    }
}

package pl.goniec.identity.api;

import java.util.Locale;

/** The languages of the screen; the locale of a view comes from here and from nowhere else. */
public enum Language {
    PL,
    EN;

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** Returns {@code pl} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the language of a code in any case; Polish for everything unknown. */
    public static Language of(String code) {
        return "en".equalsIgnoreCase(code) ? EN : PL;
    }
}

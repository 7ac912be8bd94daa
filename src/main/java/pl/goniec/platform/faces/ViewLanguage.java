package pl.goniec.platform.faces;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

/**
 * The language of this session: Polish until somebody chooses another. It comes only from the fixed list, never as text from a
 * request, because PrimeFaces 15 writes the locale unescaped into a script.
 */
@Named("viewLanguage")
@SessionScoped
public class ViewLanguage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The languages there are, the first is the default. */
    public static final Locale POLISH = Locale.forLanguageTag("pl");

    private static final Map<String, Locale> LOCALES = Map.of("pl", POLISH, "en", Locale.ENGLISH);

    private Locale locale = POLISH;

    /** Chooses a language by its code; anything but {@code pl} and {@code en} changes nothing. */
    public void choose(String code) {
        if (code != null) {
            locale = LOCALES.getOrDefault(code, locale);
        }
    }

    public Locale getLocale() {
        return locale;
    }

    /** Returns the code for the page's {@code lang}. */
    public String getCode() {
        return locale.getLanguage();
    }
}

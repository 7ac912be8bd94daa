package pl.goniec.platform.faces;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Picks the right form of a counted noun: {@code key.one}, {@code key.few} or {@code key.many} of a bundle. */
public final class Plurals {

    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private Plurals() {}

    /** Returns the sentence for this number, with the number in the place {@code {0}}. */
    public static String count(ResourceBundle bundle, String key, long number) {
        String form = "pl".equals(bundle.getLocale().getLanguage()) ? polish(number) : number == 1 ? "one" : "many";
        return new MessageFormat(bundle.getString(key + "." + form), bundle.getLocale()).format(new Object[] {number});
    }

    /** Polish says 1 wiadomość; 2–4, 22–24, 32–34 … wiadomości; and wiadomości of another case for all the rest. */
    private static String polish(long number) {
        long last = number % TEN;
        long tens = number % HUNDRED / TEN;
        if (number == 1) {
            return "one";
        }
        return last >= 2 && last <= 4 && tens != 1 ? "few" : "many";
    }
}

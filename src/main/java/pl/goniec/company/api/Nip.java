package pl.goniec.company.api;

/** A Polish tax number: ten digits, the last of which is a check digit. */
public final class Nip {

    private Nip() {}

    /** Returns the digits of a number as people type it: with dashes, spaces or the prefix PL, or what is left when it is none. */
    public static String digits(String typed) {
        return pl.goniec.shared.Nip.digits(typed);
    }

    /** Tells whether the text is ten digits with the right check digit (art. 5 of the act on tax identification). */
    public static boolean isValid(String digits) {
        return pl.goniec.shared.Nip.isValid(digits);
    }

    /** Returns the digits as people write them: 726-184-30-55. */
    public static String format(String digits) {
        return pl.goniec.shared.Nip.format(digits);
    }
}

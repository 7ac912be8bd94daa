package pl.goniec.shared;

/** A Polish tax number: ten digits, the last of which is a check digit (art. 5 of the act on tax identification). */
public final class Nip {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final int MODULUS = 11;

    private static final String NOBODY = "0000000000";

    private Nip() {}

    /** Returns the digits of a number as people type it: with dashes, spaces or the prefix PL, or what is left when it is none. */
    public static String digits(String typed) {
        var bare = typed.replaceAll("[\\s\\u00A0\\u202F\\u2010-\\u2015-]", "");
        return bare.regionMatches(true, 0, "PL", 0, 2) ? bare.substring(2) : bare;
    }

    /** Returns the digits as people write them: 726-184-30-55. */
    public static String format(String digits) {
        return digits.replaceFirst("(...)(...)(..)(..)", "$1-$2-$3-$4");
    }

    /** Tells whether the text is ten digits with the right check digit. */
    public static boolean isValid(String digits) {
        if (!digits.matches("[0-9]{10}") || digits.equals(NOBODY)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum % MODULUS == digits.charAt(WEIGHTS.length) - '0';
    }
}

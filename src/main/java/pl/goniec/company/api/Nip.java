package pl.goniec.company.api;

/** A Polish tax number: ten digits, the last of which is a check digit. */
public final class Nip {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final int MODULUS = 11;

    private Nip() {}

    /** Tells whether the text is ten digits with the right check digit (art. 5 of the act on tax identification). */
    public static boolean isValid(String digits) {
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum % MODULUS == digits.charAt(WEIGHTS.length) - '0';
    }

    /** Returns the digits as people write them: 726-184-30-55. */
    public static String format(String digits) {
        return digits.replaceFirst("(...)(...)(..)(..)", "$1-$2-$3-$4");
    }
}

package pl.goniec.shared;

/** A Polish tax number: ten digits, the last of which is a check digit (art. 5 of the act on tax identification). */
public final class Nip {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final int MODULUS = 11;

    private static final String NOBODY = "0000000000";

    private Nip() {}

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

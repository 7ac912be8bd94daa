package pl.goniec.demo.control;

import pl.goniec.company.api.Nip;

/** Tax numbers that look like real ones: the prefix of a tax office, six digits that never repeat, the check digit. */
final class NipSequence {

    private static final int[] OFFICES = {526, 521, 525, 725, 726, 727, 728, 729, 771, 773, 779, 782, 894, 899, 945, 951
    };
    private static final int SERIALS = 1_000_000;
    /** Has no divisor in common with the number of serials, so every serial comes up once before any repeats. */
    private static final int STEP = 273_677;

    private int number;

    String next() {
        while (true) {
            number++;
            var start = "%03d%06d".formatted(OFFICES[number % OFFICES.length], (int) ((long) number * STEP % SERIALS));
            for (int digit = 0; digit <= 9; digit++) {
                if (Nip.isValid(start + digit)) {
                    return start + digit;
                }
            }
        }
    }
}

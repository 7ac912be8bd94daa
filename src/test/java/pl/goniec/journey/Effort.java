package pl.goniec.journey;

import java.util.Random;

/**
 * How much a hostile test tries: a little in every build, always the same, and its full figures with the profile {@code hostile},
 * each time others. Each says the seed of its chance; {@code GONIEC_IT_SEED} takes one up again.
 */
final class Effort {

    private static final boolean FULL = "full".equals(System.getenv("GONIEC_IT_HOSTILE"));
    private static final long ALWAYS = 20261126;
    private static final String SEED = System.getenv("GONIEC_IT_SEED");

    private Effort() {}

    static boolean full() {
        return FULL;
    }

    static int of(int little, int full) {
        return FULL ? full : little;
    }

    private static long of(long little, long full) {
        return FULL ? full : little;
    }

    /** Returns chance, and logs the seed with which it comes again. */
    static Random chance(String test) {
        long seed = SEED == null || SEED.isBlank() ? of(ALWAYS, System.nanoTime()) : Long.parseLong(SEED);
        say("{0}: seed {1}", test, String.valueOf(seed));
        return new Random(seed);
    }

    static void say(String format, Object... values) {
        System.getLogger("hostile").log(System.Logger.Level.INFO, format, values);
    }
}

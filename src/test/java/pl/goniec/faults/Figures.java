package pl.goniec.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How much is tried: system properties, small by default and larger in the profile {@code faults}. */
final class Figures {

    private static final long SEED = Long.getLong("goniec.faults.seed", System.nanoTime() & Integer.MAX_VALUE);

    private Figures() {}

    static int rounds() {
        return Integer.getInteger("goniec.faults.rounds", 1);
    }

    static int companies() {
        return Integer.getInteger("goniec.faults.companies", 2000);
    }

    static int trials() {
        return Integer.getInteger("goniec.faults.trials", 20);
    }

    /** Returns how many requests each program has. */
    static int requests() {
        return Integer.getInteger("goniec.faults.requests", 8);
    }

    /** Returns how long something outside is away. */
    static Duration outage() {
        return Duration.ofSeconds(Integer.getInteger("goniec.faults.outage", 30));
    }

    /** Returns the engines to try, for a parameterized test. */
    static Stream<Engine> engines() {
        return enginesOr("h2,postgresql");
    }

    /** Returns the engines to try for a test of every build: H2, unless more are asked for. */
    static Stream<Engine> enginesOrH2() {
        return enginesOr("h2");
    }

    /** Returns the engines to try for a test of every build: PostgreSQL, unless more are asked for. */
    static Stream<Engine> enginesOrPostgresql() {
        return enginesOr("postgresql");
    }

    private static Stream<Engine> enginesOr(String usual) {
        var asked = System.getProperty("goniec.faults.engines", "");
        var names = asked.isBlank() ? usual : asked;
        return Arrays.stream(names.toUpperCase(Locale.ROOT).split(",")).map(Engine::valueOf);
    }

    /** Returns the seed of a round; with the property {@code goniec.faults.seed} the same as in an earlier run. */
    static long seed(int round) {
        return SEED + round;
    }
}

package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Collects what does not hold among hundreds of cells, so that one run names them all. */
final class Faults {

    private final List<String> found = Collections.synchronizedList(new ArrayList<>());

    void expect(String what, Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            found.add(what + ": " + actual + " instead of " + expected);
        }
    }

    void assertNone() {
        assertThat(found).isEmpty();
    }
}

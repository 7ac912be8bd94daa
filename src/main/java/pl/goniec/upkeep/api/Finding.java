package pl.goniec.upkeep.api;

import java.io.Serializable;
import java.util.List;

/**
 * What a check has found against one rule.
 *
 * @param rule what should hold
 * @param count of rows that break it
 * @param examples ids of some of them
 */
public record Finding(ConsistencyRule rule, long count, List<String> examples) implements Serializable {

    /** How many examples are named at most. */
    public static final int MOST_EXAMPLES = 10;

    public Finding {
        examples = List.copyOf(examples);
    }

    @Override
    public String toString() {
        return rule + " (" + rule.promise() + "): " + count + " times, " + String.join(", ", examples)
                + (count > examples.size() ? ", …" : "");
    }
}

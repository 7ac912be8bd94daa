package pl.goniec.upkeep.api;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of the whole database has found.
 *
 * @param rules how many rules were checked
 * @param files how many contents of files were read through
 * @param findings those rules that do not hold
 */
public record ConsistencyReport(int rules, long files, List<Finding> findings) implements Serializable {

    public ConsistencyReport {
        findings = List.copyOf(findings);
    }

    public boolean sound() {
        return findings.isEmpty();
    }

    /**
     * Returns the report if nothing is wrong.
     *
     * @throws UpkeepRefused with the report as its sentence if something is
     */
    public ConsistencyReport requireSound() {
        if (!sound()) {
            throw new UpkeepRefused(toString());
        }
        return this;
    }

    /** Returns the report for a log: one line if all is well, else one more for each rule that does not hold. */
    @Override
    public String toString() {
        if (sound()) {
            return "The database is consistent: " + rules + " rules hold, " + files + " files have their hashes";
        }
        return findings.stream()
                .map(finding -> "\n  " + finding)
                .collect(Collectors.joining(
                        "",
                        "The database is NOT consistent: " + findings.size() + " of " + rules + " rules are broken",
                        ""));
    }
}

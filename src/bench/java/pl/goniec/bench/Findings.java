package pl.goniec.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a benchmark has measured: samples by name, in the order of first mention, and ratios of their medians beside their goals.
 * The load average is noted before and after, so that a figure of a busy machine is known as one.
 */
final class Findings {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final String NO_GOAL = "none";

    /** One ratio beside its goal. */
    private record Ratio(String what, double ratio, String goal, boolean met) {

        String verdict() {
            return NO_GOAL.equals(goal) ? "no goal" : "goal " + goal + (met ? ", met" : ", missed");
        }
    }

    private final String id;
    private final String title;
    private final double loadBefore = load();
    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private final List<Ratio> ratios = new ArrayList<>();

    /** Begins the findings of a workload; the title ends with the unit of its samples. */
    Findings(String id, String title) {
        this.id = id;
        this.title = title;
    }

    void sample(String name, double value) {
        samples.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    double median(String name) {
        return percentile(name, 50);
    }

    /** Returns the value below which so many of a hundred samples lie, between two neighbours if need be. */
    double percentile(String name, int percent) {
        var sorted = samples.get(name).stream().sorted().toList();
        double place = (sorted.size() - 1) * percent / 100.0;
        double below = sorted.get((int) Math.floor(place));
        double above = sorted.get((int) Math.ceil(place));
        return below + (above - below) * (place - Math.floor(place));
    }

    void atMost(String what, double ratio, double goal) {
        ratios.add(new Ratio(what, ratio, "≤ " + goal, ratio <= goal));
    }

    void atLeast(String what, double ratio, double goal) {
        ratios.add(new Ratio(what, ratio, "≥ " + goal, ratio >= goal));
    }

    /** Notes a ratio that has no goal. */
    void beside(String what, double ratio) {
        ratios.add(new Ratio(what, ratio, NO_GOAL, true));
    }

    /** Prints the findings and leaves them in {@code target/bench}. */
    void publish() throws IOException {
        System.out.println(id + " " + title);
        samples.forEach((name, values) -> print("  %s: median %.2f of %d", name, median(name), values.size()));
        ratios.forEach(one -> print("  %s: %.2f (%s)", one.what(), one.ratio(), one.verdict()));
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(id + ".json"), json());
    }

    private String json() {
        var measured = samples.entrySet().stream()
                .map(one -> text(
                        "    {\"what\": \"%s\", \"median\": %.3f, \"samples\": %s}",
                        one.getKey(), median(one.getKey()), one.getValue()));
        var found = ratios.stream()
                .map(one -> text(
                        "    {\"what\": \"%s\", \"ratio\": %.3f, \"goal\": \"%s\", \"met\": %b}",
                        one.what(), one.ratio(), one.goal(), one.met()));
        return text(
                """
                {
                  "id": "%s",
                  "title": "%s",
                  "processors": %d,
                  "java": "%s",
                  "system": "%s %s",
                  "loadBefore": %.2f,
                  "loadAfter": %.2f,
                  "measured": [
                %s
                  ],
                  "ratios": [
                %s
                  ]
                }
                """,
                id,
                title,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                loadBefore,
                load(),
                measured.collect(joining(",\n")),
                found.collect(joining(",\n")));
    }

    private static void print(String format, Object... values) {
        System.out.println(text(format, values));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}

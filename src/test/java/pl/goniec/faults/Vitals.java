package pl.goniec.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import pl.goniec.fixture.ChildServer;

/** What a server holds, taken once a minute as its management tells it: memory after a collection, threads, descriptors, connections. */
final class Vitals {

    /** What it held at one time. */
    record Sample(Duration at, double heapMegabytes, long threads, long descriptors, long connections) {}

    private static final String PLATFORM = "/core-service=platform-mbean/type=";
    private static final Pattern USED = Pattern.compile("\"used\" => ([0-9]+)L");
    private static final Pattern NUMBER = Pattern.compile("\"result\" => \"?([0-9]+)\"?\\s");
    private static final double MEGABYTE = 1024 * 1024;

    private final ChildServer server;
    private final Instant begin;
    private final List<Sample> samples = new ArrayList<>();

    Vitals(ChildServer server, Instant begin) {
        this.server = server;
        this.begin = begin;
    }

    Sample take() throws IOException, InterruptedException {
        var at = Duration.between(begin, Instant.now());
        var said = server.manage(
                PLATFORM + "memory:gc()",
                PLATFORM + "memory:read-attribute(name=heap-memory-usage)",
                PLATFORM + "threading:read-attribute(name=thread-count)",
                "/subsystem=datasources/data-source=GoniecDS/statistics=pool:read-attribute(name=ActiveCount)");
        var used = USED.matcher(said);
        var numbers = NUMBER.matcher(said)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .toList();
        if (!used.find() || numbers.size() != 2) {
            throw new IOException(said);
        }
        try (var descriptors = Files.list(Path.of("/proc", String.valueOf(server.pid()), "fd"))) {
            var sample = new Sample(
                    at, Long.parseLong(used.group(1)) / MEGABYTE, numbers.get(0), descriptors.count(), numbers.get(1));
            samples.add(sample);
            return sample;
        }
    }

    /** Returns how much a figure grew in an hour: the slope of a straight line through all samples from a time on. */
    double growthAnHour(Duration from, ToDoubleFunction<Sample> figure) {
        var later = samples.stream()
                .filter(sample -> sample.at().compareTo(from) >= 0)
                .toList();
        double hours = later.stream().mapToDouble(Vitals::hours).average().orElseThrow();
        double mean = later.stream().mapToDouble(figure).average().orElseThrow();
        double together = later.stream()
                .mapToDouble(sample -> (hours(sample) - hours) * (figure.applyAsDouble(sample) - mean))
                .sum();
        double alone = later.stream()
                .mapToDouble(sample -> Math.pow(hours(sample) - hours, 2))
                .sum();
        return together / alone;
    }

    /** Returns the median of a figure between two times. */
    double median(Duration from, Duration to, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream()
                .filter(sample ->
                        sample.at().compareTo(from) >= 0 && sample.at().compareTo(to) <= 0)
                .mapToDouble(figure)
                .toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double hours(Sample sample) {
        return sample.at().toMillis() / 3_600_000.0;
    }
}

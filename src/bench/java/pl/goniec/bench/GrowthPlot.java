package pl.goniec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** A plot of milliseconds over numbers of messages, both in powers of ten, one line for each kind of request. */
final class GrowthPlot {

    private static final List<String> COLOURS = List.of("#1b5e4b", "#8a8f98", "#c4162a", "#2f5fa7");
    private static final int LEFT = 70;
    private static final int TOP = 20;
    private static final int DECADE = 160;
    private static final int LEAST = -1;
    private static final int MOST = 3;
    private static final int HEIGHT = 80;
    private static final int LABEL = 16;

    private final StringBuilder svg = new StringBuilder();
    private final long first;
    private int lastLabel;

    private GrowthPlot(long first) {
        this.first = first;
    }

    /** Writes the plot: for each name its milliseconds by number of messages, the same numbers for all. */
    static void write(Path file, Map<String, SortedMap<Long, Double>> lines) throws IOException {
        var numbers = lines.values().iterator().next().keySet().stream().toList();
        var plot = new GrowthPlot(numbers.get(0));
        plot.frame(numbers);
        var fromTheTop = lines.entrySet().stream()
                .sorted(Comparator.comparingDouble(line -> -last(line.getValue())))
                .toList();
        for (int index = 0; index < fromTheTop.size(); index++) {
            var line = fromTheTop.get(index);
            plot.line(line.getKey(), line.getValue(), COLOURS.get(index));
        }
        int width = plot.x(numbers.get(numbers.size() - 1)) + 200;
        int height = plot.y(Math.pow(10, LEAST)) + 50;
        Files.writeString(file, text("""
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                        <rect width="100%%" height="100%%" fill="#fff"/>
                        %s</svg>
                        """, width, height, plot.svg));
    }

    private void frame(List<Long> numbers) {
        long last = numbers.get(numbers.size() - 1);
        for (int power = LEAST; power <= MOST; power++) {
            int y = y(Math.pow(10, power));
            add("<path d=\"M%d %dH%d\" stroke=\"#ddd\"/>", LEFT, y, x(last));
            add(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s ms</text>",
                    LEFT - 8, y + 4, power < 0 ? "0.1" : text("%.0f", Math.pow(10, power)));
        }
        for (long number : numbers) {
            add(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%,d</text>",
                    x(number), y(Math.pow(10, LEAST)) + 22, number);
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">messages</text>",
                (LEFT + x(last)) / 2, y(Math.pow(10, LEAST)) + 42);
    }

    private void line(String name, SortedMap<Long, Double> values, String colour) {
        var points = new StringBuilder();
        values.forEach((number, millis) -> points.append(text("%d,%d ", x(number), y(millis))));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(), colour);
        lastLabel = Math.max(y(last(values)) + 4, lastLabel + LABEL);
        add(
                "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s, %.1f ms</text>",
                x(values.lastKey()) + 10, lastLabel, colour, name, last(values));
    }

    private static double last(SortedMap<Long, Double> values) {
        return values.get(values.lastKey());
    }

    private int x(long number) {
        return (int) (LEFT + DECADE * Math.log10((double) number / first));
    }

    private int y(double millis) {
        return (int) (TOP + HEIGHT * (MOST - Math.log10(millis)));
    }

    private void add(String format, Object... values) {
        svg.append(text(format, values)).append('\n');
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

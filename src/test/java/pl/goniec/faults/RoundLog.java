package pl.goniec.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One round as a line of JSON in {@code target/faults}; its seed repeats what was random in it. */
final class RoundLog {

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    RoundLog(String name, Engine engine, int round, long seed) {
        this.name = name;
        put("fault", name);
        put("engine", engine);
        put("round", round);
        put("seed", seed);
    }

    /** Notes a number, a truth or a short text without quotes. */
    RoundLog put(String figure, Object value) {
        figures.put(figure, value);
        return this;
    }

    /** Appends the line and says it on the console. */
    void write() throws IOException {
        var line = figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + json(figure.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        var file = Files.createDirectories(Path.of("target", "faults")).resolve(name + ".jsonl");
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.out.println(line);
    }

    private static String json(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : "\"" + value + "\"";
    }
}

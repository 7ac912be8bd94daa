package pl.goniec.platform.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's table of settings and what really reads the environment are one list, with the same defaults and ranges. */
class SettingsTableTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`GONIEC_[^|]+)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("GONIEC_[A-Z0-9_]+");

    /** A port's default is a property of the server's own, with a default in its turn. */
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$\\{env\\.(GONIEC_[A-Z0-9_]+)(?::(?:\\$\\{jboss\\.[a-z.]+:)?([^{}]*))?");

    private static final Pattern PROFILE = Pattern.compile("<name>env\\.(GONIEC_[A-Z0-9_]+)</name>");
    private static final Pattern NUMBER =
            Pattern.compile("number\\(\"(GONIEC_[A-Z0-9_]+)\", ([0-9_]+), ([0-9_]+), ([0-9_]+)\\)");

    /** Where the application's pages and consumers have an expression of their own. */
    private static final Path DESCRIPTORS = Path.of("src/main/webapp/WEB-INF");

    private record Row(String standard, String unit, String reader) {

        boolean isReadBy(String who) {
            return List.of(reader.split(", ")).contains(who);
        }
    }

    private static Map<String, Row> table;

    @BeforeAll
    static void readTheTable() throws IOException {
        table = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("README.md"))).results().forEach(SettingsTableTest::add);
        assertThat(table).hasSizeGreaterThan(30);
    }

    private static void add(MatchResult row) {
        for (var name : found(NAME, row.group(1))) {
            table.put(
                    name,
                    new Row(
                            row.group(2).strip().replace("`", ""),
                            row.group(3).strip(),
                            row.group(5).strip()));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(Math.min(1, found.groupCount())))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> readBy(String who) {
        return table.entrySet().stream()
                .filter(row -> row.getValue().isReadBy(who))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the text of all files below a folder, without the comments of scripts. */
    private static String text(Path folder, Predicate<Path> which) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(which)
                    .flatMap(SettingsTableTest::lines)
                    .filter(line -> !line.startsWith("#"))
                    .collect(joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scripts() {
        return text(Path.of("wildfly-config"), file -> file.getParent().endsWith("wildfly-config"));
    }

    private static String settings() {
        return text(Path.of("src/main/java"), file -> file.endsWith("Settings.java"));
    }

    @Test
    void theServerReadsWhatTheTableSays() {
        assertThat(readBy("server")).isEqualTo(found(EXPRESSION, scripts()));
    }

    @Test
    void theApplicationReadsWhatTheTableSays() {
        var read = found(NAME, settings().replaceAll("\\{@code [^}]*}", ""));
        read.addAll(found(EXPRESSION, text(DESCRIPTORS, file -> true)));

        assertThat(readBy("application")).isEqualTo(read);
    }

    @Test
    void mavenReadsWhatTheTableSays() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));

        assertThat(readBy("Maven"))
                .isEqualTo(found(PROFILE, pom))
                .allMatch(name -> pom.contains(">${env." + name + "}<"));
    }

    @Test
    void consumersHaveASettingOfTheServer() {
        assertThat(readBy("server"))
                .containsAll(found(
                        EXPRESSION,
                        text(Path.of("src/main/java"), file -> file.toString().endsWith("Consumer.java"))));
    }

    @Test
    void expressionsHaveTheDefaultOfTheTable() {
        var expressions = EXPRESSION
                .matcher(scripts() + text(DESCRIPTORS, file -> true) + text(Path.of("src/main/java"), file -> true))
                .results()
                .filter(expression ->
                        expression.group(2) != null && !expression.group(2).startsWith("jdbc:"))
                .toList();

        assertThat(expressions)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        expression -> assertThat(table.get(expression.group(1)).standard())
                                .as(expression.group(1))
                                .matches(Pattern.quote(expression.group(2)) + "(;.*)?"));
    }

    @Test
    void numbersHaveTheDefaultAndTheRangeOfTheTable() {
        var numbers = NUMBER.matcher(settings()).results().toList();

        assertThat(numbers).hasSizeGreaterThan(8).allSatisfy(number -> {
            var row = table.get(number.group(1));
            assertThat(row.standard()).as(number.group(1)).isEqualTo(digits(number.group(2)));
            assertThat(row.unit())
                    .as(number.group(1))
                    .matches("port|.*\\b" + digits(number.group(3)) + "–" + digits(number.group(4)) + "\\b.*");
        });
    }

    private static String digits(String literal) {
        return literal.replace("_", "");
    }

    @Test
    void everySettingIsExercisedByATest() throws IOException {
        var tests = text(Path.of("src/test/java"), file -> !file.endsWith("SettingsTableTest.java"))
                + Files.readString(Path.of("pom.xml"))
                        .replaceAll("(?s)<excludedEnvironmentVariables>.*?</excludedEnvironmentVariables>", "");

        var tried = new TreeSet<>(table.keySet());
        tried.removeAll(readBy("Maven"));
        assertThat(tried).allMatch(name -> tests.contains(name));
    }
}

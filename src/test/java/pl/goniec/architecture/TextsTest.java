package pl.goniec.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say the same, and pages say nothing by themselves. */
class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PAGES = Path.of("src/main/webapp");

    /** What is the same in every language and may stand in a page. */
    private static final Pattern NO_WORD = Pattern.compile("(?:[^\\p{L}]|\\b(?:Goniec|START|NIP|Ctrl|Enter|Esc)\\b)*");

    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\s(?:value|title|alt|label|placeholder|header|aria-label|emptyMessage|summary|itemLabel)=\"([^\"#{]*\\p{L}[^\"#{]*)\"");

    static Stream<Path> polishBundles() throws IOException {
        return files(RESOURCES, "_pl.properties");
    }

    static Stream<Path> pages() throws IOException {
        return files(PAGES, ".xhtml");
    }

    @ParameterizedTest
    @MethodSource("polishBundles")
    void bothLanguagesHaveTheSameKeysAndPlaces(Path polish) throws IOException {
        Path english = polish.resolveSibling(polish.getFileName().toString().replace("_pl.", "_en."));
        Map<String, List<String>> polishPlaces = places(polish);

        assertThat(Files.exists(english)).as(english + " exists").isTrue();
        assertThat(places(english)).as(english + " against " + polish).isEqualTo(polishPlaces);
    }

    @Test
    void everyEnglishBundleHasAPolishOne() throws IOException {
        assertThat(files(RESOURCES, "_en.properties"))
                .allSatisfy(english -> assertThat(english.resolveSibling(
                                english.getFileName().toString().replace("_en.", "_pl.")))
                        .exists());
    }

    /** What the same thing is called in Polish, whatever component speaks of it. */
    @ParameterizedTest
    @MethodSource("polishBundles")
    void onePolishWordStandsForOneThing(Path polish) throws IOException {
        var texts = texts(polish);

        assertThat(texts).allSatisfy((key, text) -> {
            assertThat(text).as(key + ": an odnośnik").doesNotContainPattern("(?i)\\blink\\b");
            if (key.matches(".*(NOT_ACTIVATED|notActivated|notInvited)")) {
                assertThat(text).as(key + ": an account that waits").containsPattern("aktywowan|zaproszeni");
            }
        });
        if (polish.toString().matches(".*(identity|mail|notification).*")) {
            assertThat(texts.values())
                    .as("what comes by e-mail is a wiadomość e-mail")
                    .noneMatch(Pattern.compile("(?iU)\\blist(u|em|y|ów|om|ami)?\\b")
                            .asPredicate());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageHoldsNoTextOfItsOwn(Path page) throws IOException {
        String source = Files.readString(page)
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)<!DOCTYPE.*?>", "")
                .replaceAll("(?s)<(script|style)\\b.*?</\\1>", "")
                .replaceAll("#\\{(?:[^{}\"']|\"[^\"]*\"|'[^']*')*}", "")
                .replaceAll("&[a-zA-Z]+;", "");
        List<String> literals = Stream.concat(
                        Stream.of(source.replaceAll("(?s)<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", "\n")
                                .split("\n")),
                        spokenAttributes(source).stream())
                .map(String::strip)
                .filter(text -> !NO_WORD.matcher(text).matches())
                .toList();

        assertThat(literals).as("literal text in " + page).isEmpty();
    }

    private static List<String> spokenAttributes(String source) {
        // "value" of f:param, f:attribute and hidden fields is data, not speech
        String spoken =
                source.replaceAll("(?s)<(?:f:param|f:attribute|ui:param|c:set|f:facet|meta|input)\\b[^>]*>", "");
        return SPOKEN_ATTRIBUTE
                .matcher(spoken)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Map<String, List<String>> places(Path bundle) throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        texts(bundle).forEach((key, text) -> {
            assertThat(text).as(key + " of " + bundle).isNotBlank();
            places.put(key, places(text));
        });
        return places;
    }

    private static Map<String, String> texts(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** Ours are numbered; those that a component of PrimeFaces fills, like the paginator, are named. */
    private static List<String> places(String text) {
        List<String> named = PLACE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(place -> !Character.isDigit(place.charAt(0)))
                .sorted()
                .toList();
        return named.isEmpty()
                ? List.of(String.valueOf(new MessageFormat(text).getFormatsByArgumentIndex().length))
                : named;
    }

    private static Stream<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }
}

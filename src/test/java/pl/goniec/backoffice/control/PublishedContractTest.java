package pl.goniec.backoffice.control;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.goniec.backoffice.entity.EventKind;
import pl.goniec.fixture.Papers;
import pl.goniec.fixture.RefusalTable;
import pl.goniec.fixture.world.PublishedSchema;

/** What is published names everything that there is, and nothing else. */
class PublishedContractTest {

    private static final Path CONTRACT = Path.of("src/main/resources/contract");
    private static final Path TEXTS = Path.of("src/main/resources/pl/goniec/backoffice/messages_en.properties");

    /** Where requests are read and done. */
    private static final Pattern ANSWERS =
            Pattern.compile(".*/backoffice/.*\\.java|.*/boundary/Program\\w+Service\\.java");

    /** One stands on what is put aside, and is no reply; what two are told at the same moment is not, at the second look. */
    private static final Set<String> NO_REPLY =
            Set.of("request.replyTo", "request.twice", "company.nipTaken", "company.duplicate");

    private static Set<String> found(String pattern, String text) {
        return new TreeSet<>(Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList());
    }

    private static String asyncApi() throws IOException {
        return Files.readString(CONTRACT.resolve("asyncapi.yaml"));
    }

    @Test
    void everySchemaIsNamedAndEveryNamedOneIsThere() throws IOException {
        List<String> files;
        try (var all = Files.list(CONTRACT.resolve("v1"))) {
            files = all.map(file -> "v1/" + file.getFileName()).toList();
        }

        assertThat(found("\\$ref: (v1/\\S+)", asyncApi())).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void everyRequestAndEveryEventIsNamed() throws IOException {
        var messages = found("'#/components/messages/(\\w+)'", asyncApi());
        var there = new TreeSet<String>(Set.of("Reply"));
        Arrays.stream(RequestKind.values()).map(RequestKind::type).forEach(there::add);
        Arrays.stream(EventKind.values()).map(EventKind::type).forEach(there::add);

        assertThat(messages).containsExactlyElementsOf(there);
    }

    @Test
    void everyReferenceWithinTheDocumentLeadsSomewhere() throws IOException {
        var text = asyncApi();
        var names = Pattern.compile("(?m)^ +(\\w+):")
                .matcher(text)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();

        assertThat(found("'#/[\\w/]*?(\\w+)'", text)).isSubsetOf(names);
    }

    /** What a schema, the README or a sample shows as an example. */
    static Stream<Arguments> examples() throws IOException {
        var all = new ArrayList<Arguments>();
        for (var name : found("\\$ref: v1/(\\w+)\\.schema\\.json", asyncApi())) {
            try (var schema =
                    Json.createReader(Files.newBufferedReader(CONTRACT.resolve("v1/" + name + ".schema.json")))) {
                schema.readObject()
                        .getJsonArray("examples")
                        .forEach(example -> all.add(Arguments.of(name, example.toString())));
            }
        }
        Papers.blocks(Papers.README, "json").forEach(example -> all.add(Arguments.of("SendBroadcast", example)));
        all.add(Arguments.of("SendBroadcast", Papers.read(Path.of("src/samples/java/notice.json"))));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAsItsSchemaSays(String name, String example) {
        assertThat(PublishedSchema.faults(name, example)).isEmpty();
    }

    @Test
    void everySchemaShowsAnExampleAndThatOfEventsOneOfEachType() throws IOException {
        var shown = examples().map(example -> example.get()[0].toString() + type(example.get()[1].toString()));

        assertThat(shown)
                .contains("Reply")
                .contains(Arrays.stream(RequestKind.values())
                        .map(RequestKind::type)
                        .toArray(String[]::new))
                .contains(Arrays.stream(EventKind.values())
                        .map(kind -> "Event " + kind.type())
                        .toArray(String[]::new));
    }

    private static String type(String json) {
        try (var example = Json.createReader(new StringReader(json))) {
            var type = example.readObject().getString("type", null);
            return type == null ? "" : " " + type;
        }
    }

    /** Keys of sentences that stand where requests are read and done, in the code or in what it says that it throws. */
    private static Set<String> codesOfTheSources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/pl/goniec"))) {
            var sources = files.filter(file -> ANSWERS.matcher(file.toString()).matches())
                    .map(Papers::read)
                    .collect(joining());
            return found("(?:(?:Exception|Refused)\\(\\s*\"|\\{@code )([a-z]+\\.[\\w.]+)[\"}]", sources);
        }
    }

    @Test
    void theReadmeNamesEveryCodeOfARefusal() throws IOException {
        var sentences = found("(?m)^(request\\.[\\w.]+)=", Papers.read(TEXTS));

        assertThat(codesOfTheSources())
                .contains("request.companyUnknown", "conversation.unreachable", "company.duplicate");
        assertThat(Stream.concat(sentences.stream(), codesOfTheSources().stream()))
                .filteredOn(code -> !NO_REPLY.contains(code))
                .allSatisfy(
                        code -> assertThat(RefusalTable.names(code)).as(code).isTrue());
    }

    @Test
    void noListIsLongerThanIsLookedAt() throws IOException {
        try (var schemas = Files.list(CONTRACT.resolve("v1"))) {
            var longest = schemas.flatMap(schema -> found("\"maxItems\": (\\d+)", Papers.read(schema)).stream())
                    .mapToInt(Integer::parseInt)
                    .max();

            assertThat(longest).hasValue(Contract.MAX_ITEMS);
        }
    }
}

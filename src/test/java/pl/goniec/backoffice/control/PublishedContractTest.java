package pl.goniec.backoffice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pl.goniec.backoffice.entity.EventKind;

/** What is published names everything that there is, and nothing else. */
class PublishedContractTest {

    private static final Path CONTRACT = Path.of("src/main/resources/contract");

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

    @Test
    void theReadmeNamesEveryCodeOfARefusal() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var texts = Files.readString(Path.of("src/main/resources/pl/goniec/backoffice/messages_en.properties"));

        assertThat(found("(?m)^(request\\.[a-zA-Z]+)(?:\\.\\w+)?=", texts))
                .filteredOn(code -> !code.equals("request.twice"))
                .allSatisfy(code -> assertThat(readme).contains(code));
    }
}

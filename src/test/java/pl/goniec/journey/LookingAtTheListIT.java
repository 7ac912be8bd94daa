package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import pl.goniec.fixture.world.Questions;
import pl.goniec.shared.PersonId;

/** What a look at the lista firm costs the database. */
@DisabledIfSystemProperty(
        named = "goniec.it.database",
        matches = "postgresql",
        disabledReason =
                "H2 counts its statements itself; PostgreSQL needs an extension for it, and is asked the same ones")
class LookingAtTheListIT extends Journey {

    /** Who is calling, the list with all its numbers, and the notice that is on its way. */
    private static final int MOST_STATEMENTS = 3;

    /** Timers ask in between: the fewest statements of a few looks are the look's own. */
    private static final int LOOKS = 5;

    private static final String LIST = "/office/companies.xhtml";

    /** One look over HTTP. */
    @FunctionalInterface
    private interface Look {
        HttpResponse<String> once() throws Exception;
    }

    private PersonId caretaker;
    private Requests session;

    @BeforeEach
    void aCaretakerWithTwoCompanies() throws Exception {
        var bakery = world.company("Piekarnia");
        caretaker = world.caretaker("Olga Opiekun", bakery, world.company("Warsztat"));
        var anna = world.entrepreneur(bakery, "Anna Kłos");
        world.says(anna, world.conversation(bakery, anna), "Kiedy ZUS?");
        session = Requests.as(world.email(caretaker));
    }

    @Test
    void openingTheListAsksFewStatements() throws Exception {
        assertThat(fewest(() -> session.get(LIST), "Piekarnia")).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void filteringTheListAsksFewStatements() throws Exception {
        var page = session.get(LIST).body();

        assertThat(fewest(
                        () -> session.command(
                                LIST,
                                page,
                                "companiesFilter",
                                Map.of(
                                        "value",
                                        "unreachable",
                                        "jakarta.faces.partial.render",
                                        "list:chips list:panel")),
                        "Warsztat"))
                .hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    /** Looks a few times at an answer that has this in it. */
    private List<String> fewest(Look look, String content) throws Exception {
        List<String> fewest = null;
        for (int i = 0; i < LOOKS; i++) {
            world.sql().change(Questions.FORGET);
            world.sql().change(Questions.COUNT);
            var answer = look.once();
            var asked = world.sql().texts(Questions.ASKED).stream()
                    .flatMap(LookingAtTheListIT::each)
                    .toList();
            assertThat(answer.body()).contains(content);
            fewest = fewest == null || asked.size() < fewest.size() ? asked : fewest;
        }
        world.sql().change(Questions.FORGET);
        return fewest;
    }

    private static Stream<String> each(String line) {
        return Stream.generate(() -> line).limit(Questions.sum(List.of(line)));
    }
}

package pl.goniec.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.ReaderRow;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.AccessScope.PersonScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Messages of a conversation, and who has read them when. */
class ThreadQueriesTest extends OnBothEngines {

    private CompanyId bakery;
    private PersonId caretaker;
    private PersonId colleague;
    private PersonId anna;
    private ConversationId withAnna;

    @BeforeEach
    void aConversation() {
        bakery = world.company("Piekarnia Złoty Kłos");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        colleague = world.caretaker("Kazimierz Kolega", bakery);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        withAnna = world.conversation(bakery, anna);
    }

    private Participation participation(PersonId reader) {
        return with(ConversationRepository.class, repository -> repository.get(withAnna, new PersonScope(reader)));
    }

    private List<MessageRow> between(PersonId reader, long first, long last) {
        var participation = participation(reader);
        return with(
                ThreadQueries.class,
                threads -> threads.between(participation.conversation(), participation.side(), first, last));
    }

    private List<MessageRow> latest(PersonId person, int count) {
        return with(ThreadQueries.class, threads -> threads.latest(bakery, count, office(person)));
    }

    private Optional<Long> position(Side side, long number) {
        return with(ThreadQueries.class, threads -> threads.position(withAnna, side, number));
    }

    private long numberAt(Side side, long position) {
        var conversation = participation(anna).conversation();
        return with(ThreadQueries.class, threads -> threads.numberAt(conversation, side, position));
    }

    private static List<String> texts(List<MessageRow> messages) {
        return messages.stream().map(MessageRow::text).toList();
    }

    @Test
    void messagesComeInOrderOldestFirst() {
        world.says(anna, withAnna, "Kiedy ZUS?");
        world.says(caretaker, withAnna, "Do dwudziestego");
        world.says(anna, withAnna, "Dziękuję");

        var rows = between(anna, 1, 10);

        assertThat(texts(rows)).containsExactly("Kiedy ZUS?", "Do dwudziestego", "Dziękuję");
        assertThat(rows).extracting(row -> row.id().position()).containsExactly(1L, 2L, 3L);
        assertThat(rows).extracting(MessageRow::own).containsExactly(true, false, true);
        assertThat(rows).extracting(MessageRow::authorName).containsExactly("Anna Kłos", "Olga Opiekun", "Anna Kłos");
        assertThat(rows)
                .extracting(MessageRow::authorRole)
                .containsExactly(Role.ENTREPRENEUR, Role.CARETAKER, Role.ENTREPRENEUR);
        assertThat(rows).extracting(MessageRow::side).containsExactly(Side.CLIENT, Side.OFFICE, Side.CLIENT);
    }

    @Test
    void aColleaguesMessageIsOnesOwnSide() {
        world.says(colleague, withAnna, "Od kolegi");

        assertThat(between(caretaker, 1, 1)).extracting(MessageRow::own).containsExactly(true);
    }

    @Test
    void pagesByPositionHaveNeitherGapNorRepetition() {
        IntStream.rangeClosed(1, 9).forEach(number -> world.says(anna, withAnna, "nr " + number));

        assertThat(texts(between(caretaker, 7, 9))).containsExactly("nr 7", "nr 8", "nr 9");
        assertThat(texts(between(caretaker, 4, 6))).containsExactly("nr 4", "nr 5", "nr 6");
        assertThat(between(caretaker, 10, 20)).isEmpty();
    }

    @Test
    void theOfficeSeesWhoOfTheClientReadAndWhen() {
        world.says(caretaker, withAnna, "Raz");
        world.reads(anna, withAnna);
        var first = world.now();
        world.says(caretaker, withAnna, "Dwa");
        world.says(colleague, withAnna, "Trzy");
        world.reads(anna, withAnna, 2);
        var second = world.now();

        var rows = between(caretaker, 1, 3);

        assertThat(rows.get(0).readers()).containsExactly(new ReaderRow("Anna Kłos", first));
        assertThat(rows.get(1).readers()).containsExactly(new ReaderRow("Anna Kłos", second));
        assertThat(rows.get(2).readers()).isEmpty();
    }

    @Test
    void theClientSeesEveryReaderOfTheOfficeOnceFirstReaderFirst() {
        world.says(anna, withAnna, "Raz");
        world.reads(colleague, withAnna);
        var colleaguesTime = world.now();
        world.says(anna, withAnna, "Dwa");
        world.reads(caretaker, withAnna);
        var caretakersTime = world.now();
        world.reads(colleague, withAnna);

        var rows = between(anna, 1, 2);

        assertThat(rows.get(0).readers())
                .containsExactly(
                        new ReaderRow("Kazimierz Kolega", colleaguesTime),
                        new ReaderRow("Olga Opiekun", caretakersTime));
        assertThat(rows.get(1).readers())
                .containsExactly(
                        new ReaderRow("Olga Opiekun", caretakersTime), new ReaderRow("Kazimierz Kolega", world.now()));
    }

    @Test
    void aReadingThatReachesBeyondThePageCounts() {
        world.says(caretaker, withAnna, "Raz");
        world.says(caretaker, withAnna, "Dwa");
        world.says(caretaker, withAnna, "Trzy");
        world.reads(anna, withAnna);

        assertThat(between(caretaker, 1, 1).get(0).readers()).containsExactly(new ReaderRow("Anna Kłos", world.now()));
    }

    @Test
    void nobodyIsToldWhoReadTheOtherSidesMessages() {
        world.says(anna, withAnna, "Raz");
        world.reads(caretaker, withAnna);

        assertThat(between(caretaker, 1, 1).get(0).readers()).isEmpty();
    }

    @Test
    void aNoticeIsMarkedAsSuch() {
        var notice = world.notice(caretaker, "Godziny", "Od poniedziałku inaczej", List.of(withAnna));

        var row = between(anna, 1, 1).get(0);

        assertThat(row.notice()).isTrue();
        assertThat(row.broadcast()).isEqualTo(notice);
        assertThat(row.title()).isEqualTo("Godziny");
        assertThat(row.text()).isEqualTo("Od poniedziałku inaczej");
    }

    @Test
    void theNewestMessagesOfACompanyComeFromAllItsConversations() {
        var jan = world.employee(bakery, "Jan Kłos");
        world.says(anna, withAnna, "Raz");
        world.says(jan, world.conversation(bakery, jan), "Dwa");
        world.says(caretaker, withAnna, "Trzy");

        assertThat(texts(latest(caretaker, 2))).containsExactly("Trzy", "Dwa");
        assertThat(latest(caretaker, 10)).extracting(MessageRow::own).containsExactly(true, false, false);
        assertThat(latest(world.caretaker("Obcy Opiekun"), 10)).isEmpty();
    }

    @Test
    void positionsAndNumbersAreTranslatedBothWays() {
        world.says(anna, withAnna, "klient 1");
        world.says(caretaker, withAnna, "biuro 1");
        world.says(caretaker, withAnna, "biuro 2");
        world.says(anna, withAnna, "klient 2");

        assertThat(position(Side.CLIENT, 2)).contains(4L);
        assertThat(position(Side.OFFICE, 2)).contains(3L);
        assertThat(position(Side.OFFICE, 3)).isEmpty();
        assertThat(numberAt(Side.CLIENT, 3)).isEqualTo(1);
        assertThat(numberAt(Side.CLIENT, 4)).isEqualTo(2);
        assertThat(numberAt(Side.OFFICE, 1)).isZero();
        assertThat(numberAt(Side.OFFICE, 1000)).isEqualTo(2);
        assertThat(numberAt(Side.CLIENT, 0)).isZero();
    }

    @Test
    void nothingIsToBeReadInAConversationWithoutMessages() {
        assertThat(numberAt(Side.OFFICE, 0)).isZero();
        assertThat(numberAt(Side.OFFICE, 1)).isZero();
    }
}

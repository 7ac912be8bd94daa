package pl.goniec.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CaretakerAssigned;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** What is unread for whoever begins to look after a company. */
class NewCaretakersTest extends OnBothEngines {

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId olga;
    private PersonId ewa;
    private PersonId anna;
    private ConversationId annas;
    private ConversationId jans;

    @BeforeEach
    void questionsThatSomebodyHasReadInPart() {
        bakery = world.company("Piekarnia");
        garage = world.company("Warsztat");
        olga = world.caretaker("Olga", bakery, garage);
        ewa = world.caretaker("Ewa", bakery, garage);
        anna = world.entrepreneur(bakery, "Anna");
        var jan = world.employee(bakery, "Jan");
        annas = world.conversation(bakery, anna);
        jans = world.conversation(bakery, jan);
        for (var text : List.of("jeden", "dwa", "trzy")) {
            world.says(anna, annas, text);
            world.says(jan, jans, text);
        }
    }

    private void assigned(PersonId person) {
        with(NewCaretakers.class, observer -> {
            observer.assigned(new CaretakerAssigned(Set.of(bakery, garage), person));
            return null;
        });
    }

    private List<String> markers(PersonId person) {
        return world.sql()
                .rows(
                        "SELECT conversation_id, read_up_to FROM read_marker WHERE person_id = ? AND side = 'OFFICE'"
                                + " ORDER BY conversation_id",
                        person);
    }

    private static String at(ConversationId conversation, long upTo) {
        return conversation + "|" + upTo + "|";
    }

    @Test
    void onlyWhatNobodyOfTheOfficeHasReadCounts() {
        world.reads(olga, annas, 2);
        world.reads(world.head("Szef"), annas, 1);
        long readings = world.sql().number("SELECT COUNT(*) FROM reading");

        assigned(ewa);

        assertThat(markers(ewa)).containsExactly(at(annas, 2));
        assertThat(markers(olga)).containsExactly(at(annas, 2));
        assertThat(world.sql().number("SELECT COUNT(*) FROM reading")).isEqualTo(readings);
    }

    @Test
    void whoComesBackGoesOnFromWhatTheOthersHaveReadSince() {
        world.reads(ewa, annas, 1);
        world.reads(ewa, jans, 3);
        world.reads(olga, annas, 3);
        world.reads(olga, jans, 1);

        assigned(ewa);

        assertThat(markers(ewa)).containsExactly(at(annas, 3), at(jans, 3));
    }

    /** Moving one's markers shows nobody that anything was read, and it is not read. */
    @Test
    void whatWasOnlyMarkedIsUnread() {
        world.reads(olga, annas, 1);
        marksEverything(olga);

        assigned(ewa);

        assertThat(markers(olga)).containsExactly(at(annas, 3), at(jans, 3));
        assertThat(markers(ewa)).containsExactly(at(annas, 1));
    }

    @Test
    void whoHasMarkedHimselfDoesNotGoBack() {
        marksEverything(ewa);
        world.reads(olga, annas, 2);

        assigned(ewa);

        assertThat(markers(ewa)).containsExactly(at(annas, 3), at(jans, 3));
    }

    @Test
    void whatAClientHasReadSaysNothingOfTheOffice() {
        world.says(olga, annas, "Odpowiedź");
        world.reads(anna, annas);

        assigned(ewa);

        assertThat(markers(ewa)).isEmpty();
    }

    private void marksEverything(PersonId person) {
        as(person, ConversationService.class, conversations -> {
            conversations.markCompaniesRead(Set.of(bakery));
            return null;
        });
    }
}

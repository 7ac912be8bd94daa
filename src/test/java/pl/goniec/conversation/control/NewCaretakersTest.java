package pl.goniec.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CaretakerAssigned;
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

    private void marker(PersonId person, ConversationId conversation, long upTo) {
        world.sql()
                .change(
                        "INSERT INTO read_marker (conversation_id, person_id, side, read_up_to) VALUES (?, ?, 'OFFICE', ?)",
                        conversation,
                        person,
                        upTo);
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
        marker(olga, annas, 2);
        marker(world.head("Szef"), annas, 1);

        assigned(ewa);

        assertThat(markers(ewa)).containsExactly(at(annas, 2));
        assertThat(markers(olga)).containsExactly(at(annas, 2));
    }

    @Test
    void whoComesBackGoesOnFromWhatTheOthersHaveReadSince() {
        marker(ewa, annas, 1);
        marker(ewa, jans, 3);
        marker(olga, annas, 3);
        marker(olga, jans, 1);

        assigned(ewa);

        assertThat(markers(ewa)).containsExactly(at(annas, 3), at(jans, 3));
    }

    @Test
    void whatAClientHasReadSaysNothingOfTheOffice() {
        world.sql()
                .change(
                        "INSERT INTO read_marker (conversation_id, person_id, side, read_up_to) VALUES (?, ?, 'CLIENT', 3)",
                        annas,
                        anna);

        assigned(ewa);

        assertThat(markers(ewa)).isEmpty();
    }
}

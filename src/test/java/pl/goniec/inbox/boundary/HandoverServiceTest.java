package pl.goniec.inbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** What a caretaker would leave open. */
class HandoverServiceTest extends OnBothEngines {

    private PersonId head;
    private PersonId olga;
    private CompanyId bakery;
    private CompanyId garage;

    @BeforeEach
    void twoCompanies() {
        head = world.head("Szef");
        garage = world.company("Warsztat", "7010019726");
        bakery = world.company("Piekarnia");
        olga = world.caretaker("Olga", garage, bakery);
    }

    private List<HandoverRow> rows() {
        return rows(olga);
    }

    private List<HandoverRow> rows(PersonId from) {
        return as(head, HandoverService.class, service -> service.companies(from));
    }

    @Test
    void itNamesWhatIsUnreadForHimAndWhatNobodyHasAnswered() {
        var anna = world.entrepreneur(bakery, "Anna");
        var conversation = world.conversation(bakery, anna);
        world.says(anna, conversation, "Jedno pytanie");
        world.says(anna, conversation, "Drugie pytanie");
        var jan = world.employee(garage, "Jan");
        world.says(jan, world.conversation(garage, jan), "Pytanie Jana");
        world.says(olga, world.conversation(garage, jan), "Odpowiedź");

        assertThat(rows()).extracting(HandoverRow::id).containsExactly(bakery, garage);
        assertThat(rows()).extracting(HandoverRow::unread).containsExactly(2L, 1L);
        assertThat(rows()).extracting(HandoverRow::unanswered).containsExactly(true, false);
        assertThat(rows().get(1).nip()).isEqualTo("701-001-97-26");
    }

    /** Nobody can answer him there any more; what he wrote can still be read. */
    @Test
    void aQuestionOfSomebodyWhoHasLeftIsUnreadAndWaitsForNoAnswer() {
        var anna = world.entrepreneur(bakery, "Anna");
        world.says(anna, world.conversation(bakery, anna), "Pytanie");
        world.leaves(anna, bakery);

        assertThat(rows()).extracting(HandoverRow::unread).containsExactly(1L, 0L);
        assertThat(rows()).extracting(HandoverRow::unanswered).containsExactly(false, false);
    }

    @Test
    void itHoldsOnlyWhatHeLooksAfterNow() {
        world.company("Obca");
        world.takenAway(olga, garage);

        assertThat(rows()).extracting(HandoverRow::id).containsExactly(bakery);
        assertThat(rows(new PersonId(-1))).isEmpty();
    }

    @Test
    void ofCorrespondenceThatIsNotTheHeadsNothingIsTold() {
        var anna = world.entrepreneur(bakery, "Anna");
        world.says(anna, world.conversation(bakery, anna), "Pytanie");
        world.joins(head, bakery, Role.ENTREPRENEUR, true);
        world.sql().change("UPDATE company SET active = FALSE WHERE id = ?", garage);

        assertThat(rows()).extracting(HandoverRow::unread).containsExactly(0L, 0L);
        assertThat(rows()).extracting(HandoverRow::unanswered).containsExactly(false, false);
        assertThat(rows()).extracting(HandoverRow::active).containsExactly(true, false);
    }

    @Test
    void whoIsHeadNoMoreIsRefused() {
        assertThatThrownBy(() -> as(olga, HandoverService.class, service -> service.companies(olga)))
                .isInstanceOf(ForbiddenException.class);
    }
}

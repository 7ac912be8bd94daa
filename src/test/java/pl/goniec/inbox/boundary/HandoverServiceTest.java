package pl.goniec.inbox.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.inbox.api.HandoverList;
import pl.goniec.inbox.api.HandoverRow;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.Page;
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
        return page(from, Set.of(), 0, 100).page().rows();
    }

    private HandoverList page(PersonId from, Set<CompanyId> foremost, int first, int size) {
        return as(head, HandoverService.class, service -> service.companies(from, foremost, first, size));
    }

    private Set<CompanyId> all(PersonId from) {
        return as(head, HandoverService.class, service -> service.all(from));
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
    void aPageHasTheNumbersOfTheWholeAndBeginsWithWhatWasAskedFor() {
        var anna = world.entrepreneur(bakery, "Anna");
        world.says(anna, world.conversation(bakery, anna), "Pytanie");
        var optician = world.company("Optyk");
        world.looksAfter(olga, optician, Instant.now().minusSeconds(60), null, false);

        var second = page(olga, Set.of(), 1, 1);
        assertThat(second.page().rows()).extracting(HandoverRow::id).containsExactly(bakery);
        assertThat(second.page().total()).isEqualTo(3);
        assertThat(second.unread()).isEqualTo(1);
        assertThat(second.unanswered()).isEqualTo(1);
        assertThat(page(olga, Set.of(garage), 0, 2).page().rows())
                .extracting(HandoverRow::id)
                .containsExactly(garage, optician);
        assertThat(page(olga, Set.of(), 3, 10)).isEqualTo(new HandoverList(new Page<>(List.of(), 0), 0, 0));
        assertThat(page(olga, Set.of(), -1, 0).page().rows()).hasSize(1);
        assertThat(all(olga)).containsExactlyInAnyOrder(bakery, garage, optician);
    }

    @Test
    void whatNobodyLooksAfterIsFoundTooWithWhatNobodyHasRead() {
        var before = page(null, Set.of(), 0, 1);
        var orphan = world.company("Bez opieki");
        var jan = world.employee(orphan, "Jan");
        var conversation = world.conversation(orphan, jan);
        world.says(jan, conversation, "Jedno pytanie");
        world.reads(head, conversation);
        world.says(jan, conversation, "Drugie pytanie");
        var planned = world.company("Zaplanowana");
        world.looksAfter(olga, planned, Instant.now().plusSeconds(60), null, false);
        var closed = world.company("Zamknięta");
        world.sql().change("UPDATE company SET active = FALSE WHERE id = ?", closed);

        var found = page(null, Set.of(orphan, planned), 0, 2);

        assertThat(found.page().rows()).extracting(HandoverRow::id).containsExactly(orphan, planned);
        assertThat(found.page().rows().get(0).unread()).isEqualTo(1);
        assertThat(found.page().total()).isEqualTo(before.page().total() + 2);
        assertThat(found.unread()).isEqualTo(before.unread() + 1);
        assertThat(found.unanswered()).isEqualTo(before.unanswered() + 1);
        assertThat(all(null)).contains(orphan, planned).doesNotContain(bakery, garage, closed);
    }

    @Test
    void whoIsHeadNoMoreIsRefused() {
        assertThatThrownBy(() -> as(olga, HandoverService.class, service -> service.companies(olga, Set.of(), 0, 25)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> as(olga, HandoverService.class, service -> service.all(olga)))
                .isInstanceOf(ForbiddenException.class);
    }
}

package pl.goniec.inbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.UnreadCounts;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** Unread numbers, the same at every level. */
class UnreadQueriesTest extends OnBothEngines {

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId caretaker;
    private PersonId anna;
    private PersonId jan;
    private ConversationId withAnna;
    private ConversationId withJan;

    @BeforeEach
    void aCompanyWithTwoPeople() {
        bakery = world.company("Piekarnia Złoty Kłos");
        garage = world.company("Warsztat Turbo");
        caretaker = world.caretaker("Olga Opiekun", bakery, garage);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        jan = world.employee(bakery, "Jan Kłos");
        withAnna = world.conversation(bakery, anna);
        withJan = world.conversation(bakery, jan);
    }

    private UnreadCounts ofOffice(PersonId person) {
        return with(UnreadQueries.class, queries -> queries.office(office(person)));
    }

    private UnreadCounts ofClient(PersonId person) {
        return with(UnreadQueries.class, queries -> queries.client(client(person)));
    }

    private List<CompanyRow> listed(PersonId person) {
        var filter = new CompanyFilter(false, "", false, false, false);
        return with(CompanyListQueries.class, list -> list.list(filter, CompanyOrder.ACTIVITY, 0, 10, office(person)))
                .page()
                .rows();
    }

    @Test
    void nothingIsUnreadInTheBeginning() {
        assertThat(ofOffice(caretaker)).isEqualTo(new UnreadCounts(0, Map.of()));
        assertThat(ofClient(anna)).isEqualTo(new UnreadCounts(0, Map.of()));
    }

    @Test
    void everyMessageOfTheOtherSideCountsAndNoneOfTheOwn() {
        world.says(anna, withAnna, "Raz");
        world.says(anna, withAnna, "Dwa");
        world.says(jan, withJan, "Trzy");
        world.says(caretaker, withAnna, "Odpowiedź");

        assertThat(ofOffice(caretaker)).isEqualTo(new UnreadCounts(3, Map.of(bakery.value(), 3L)));
        assertThat(ofClient(anna)).isEqualTo(new UnreadCounts(1, Map.of(bakery.value(), 1L)));
        assertThat(ofClient(jan).total()).isZero();
    }

    @Test
    void aColleaguesMessagesNeverCount() {
        var colleague = world.caretaker("Kazimierz Kolega", bakery);
        world.says(colleague, withAnna, "Od kolegi");

        assertThat(ofOffice(caretaker).total()).isZero();
    }

    @Test
    void readingHalfLeavesTheOtherHalf() {
        world.says(anna, withAnna, "Raz");
        world.says(anna, withAnna, "Dwa");
        world.says(anna, withAnna, "Trzy");
        world.reads(caretaker, withAnna, 2);

        assertThat(ofOffice(caretaker).total()).isEqualTo(1);
    }

    @Test
    void aNoticeRaisesEachRecipientByExactlyOne() {
        world.says(caretaker, withAnna, "Wcześniej");
        world.notice(caretaker, null, "Zmiana godzin", List.of(withAnna, withJan));

        assertThat(ofClient(anna).total()).isEqualTo(2);
        assertThat(ofClient(jan).total()).isEqualTo(1);
        assertThat(ofOffice(caretaker).total()).isZero();
    }

    @Test
    void theSumOfTheListEqualsTheBadge() {
        var piotr = world.entrepreneur(garage, "Piotr Turbo");
        world.says(anna, withAnna, "Raz");
        world.says(jan, withJan, "Dwa");
        world.says(piotr, world.conversation(garage, piotr), "Trzy");
        world.reads(caretaker, withJan);

        var rows = listed(caretaker);
        var counts = ofOffice(caretaker);
        assertThat(counts.total()).isEqualTo(2);
        assertThat(rows.stream().mapToLong(CompanyRow::unread).sum()).isEqualTo(counts.total());
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.unread()).isEqualTo(counts.of(row.id().value())));
    }

    @Test
    void whoChangesSidesBeginsAnew() {
        var head = world.head("Szefowa, dawniej klientka");
        var own = world.joins(head, bakery, Role.ENTREPRENEUR, true);
        world.says(head, own, "Pytanie");
        world.says(caretaker, own, "Odpowiedź");
        world.says(caretaker, own, "I jeszcze jedno");
        world.reads(head, own);
        assertThat(ofClient(head).total()).isZero();

        world.leaves(head, bakery);

        assertThat(ofOffice(head)).isEqualTo(new UnreadCounts(1, Map.of(bakery.value(), 1L)));
        assertThat(listed(head))
                .extracting(CompanyRow::unread)
                .containsOnlyOnce(1L)
                .doesNotContain(-1L);
    }

    @Test
    void aForeignCompanyCountsForNobodyElse() {
        var stranger = world.caretaker("Obcy Opiekun", garage);
        var former = world.caretaker("Była Opiekunka", bakery);
        world.says(anna, withAnna, "Tajne");
        world.takenAway(former, bakery);

        assertThat(ofOffice(stranger).total()).isZero();
        assertThat(ofOffice(former).total()).isZero();
        assertThat(ofOffice(world.staff("Kadrowa")).total()).isZero();
        assertThat(ofClient(jan).total()).isZero();
    }

    @Test
    void theHeadCountsEveryCompany() {
        var head = world.head("Szef");
        var before = ofOffice(head).total();
        world.says(anna, withAnna, "Raz");

        assertThat(ofOffice(head).total()).isEqualTo(before + 1);
        assertThat(ofOffice(head).of(bakery.value())).isEqualTo(1);
    }

    @Test
    void whoHasBothSidesCountsEachOnItsOwn() {
        world.joins(caretaker, garage, Role.ENTREPRENEUR, true);
        var head = world.head("Szef");
        world.says(head, world.conversation(garage, caretaker), "Do pana firmy");
        world.says(anna, withAnna, "Do biura");

        assertThat(ofOffice(caretaker)).isEqualTo(new UnreadCounts(1, Map.of(bakery.value(), 1L)));
        assertThat(ofClient(caretaker)).isEqualTo(new UnreadCounts(1, Map.of(garage.value(), 1L)));
    }

    @Test
    void aBlockedPersonCountsNothing() {
        world.says(caretaker, withAnna, "Raz");
        world.becomes(anna, AccountState.BLOCKED);

        assertThat(ofClient(anna).total()).isZero();
    }
}

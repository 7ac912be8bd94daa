package pl.goniec.inbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyList;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.api.CompanyRow;
import pl.goniec.inbox.api.CompanyState;
import pl.goniec.inbox.api.CompanyTotals;
import pl.goniec.inbox.api.UnreadSum;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** The lista firm. */
class CompanyListQueriesTest extends OnBothEngines {

    private static final CompanyFilter ALL = new CompanyFilter(false, "", false, false, false);

    private CompanyId bakery;
    private CompanyId garage;
    private CompanyId florist;
    private PersonId caretaker;
    private PersonId anna;
    private PersonId piotr;
    private PersonId flora;

    @BeforeEach
    void threeCompanies() {
        bakery = world.company("Piekarnia Złoty Kłos", "7261843055");
        garage = world.company("Warsztat Turbo");
        florist = world.company("Kwiaciarnia Łąka");
        caretaker = world.caretaker("Olga Opiekun", bakery, garage, florist);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        piotr = world.entrepreneur(garage, "Piotr Turbo");
        flora = world.entrepreneur(florist, "Flora Łąka");
    }

    private List<CompanyRow> rows(PersonId person, CompanyFilter filter, CompanyOrder order) {
        return with(CompanyListQueries.class, list -> list.list(filter, order, 0, 50, office(person)))
                .page()
                .rows();
    }

    private List<CompanyRow> rows() {
        return rows(caretaker, ALL, CompanyOrder.ACTIVITY);
    }

    private CompanyRow row(CompanyId company) {
        return rows().stream()
                .filter(row -> row.id().equals(company))
                .findFirst()
                .orElseThrow();
    }

    private List<CompanyId> found(String search) {
        return rows(caretaker, new CompanyFilter(false, search, false, false, false), CompanyOrder.NAME).stream()
                .map(CompanyRow::id)
                .toList();
    }

    private List<Long> matching(PersonId person) {
        return with(CompanyListQueries.class, list -> list.matching(ALL, office(person)));
    }

    private CompanyList list(PersonId person, CompanyFilter filter, int first, int size) {
        return with(
                CompanyListQueries.class, list -> list.list(filter, CompanyOrder.NAME, first, size, office(person)));
    }

    private CompanyTotals totals(PersonId person, boolean mine, String search) {
        return list(person, new CompanyFilter(mine, search, false, false, false), 0, 50)
                .totals();
    }

    private void writes(PersonId client, CompanyId company, String text) {
        world.says(client, world.conversation(company, client), text);
    }

    @Test
    void unreadCompaniesComeFirstThenTheLastTalk() {
        writes(piotr, garage, "Dzień dobry");
        writes(anna, bakery, "Kiedy ZUS?");
        world.reads(caretaker, world.conversation(bakery, anna));
        writes(flora, florist, "Proszę o telefon");
        world.reads(caretaker, world.conversation(florist, flora));

        assertThat(rows()).extracting(CompanyRow::id).containsExactly(garage, florist, bakery);
        assertThat(rows()).extracting(CompanyRow::unread).containsExactly(1L, 0L, 0L);
    }

    @Test
    void aCompanyWithoutATalkStandsBehindThoseWithOne() {
        writes(flora, florist, "Proszę o telefon");
        world.reads(caretaker, world.conversation(florist, flora));

        assertThat(rows()).extracting(CompanyRow::id).first().isEqualTo(florist);
        assertThat(row(bakery).preview()).isNull();
        assertThat(row(bakery).state()).isEqualTo(CompanyState.NONE);
    }

    @Test
    void aNoticeIsNoActivityForTheOrder() {
        writes(anna, bakery, "Pierwsza");
        writes(piotr, garage, "Druga");
        world.reads(caretaker, world.conversation(bakery, anna));
        world.reads(caretaker, world.conversation(garage, piotr));
        world.notice(caretaker, "Godziny", "Nowe godziny", List.of(world.conversation(bakery, anna)));

        assertThat(rows()).extracting(CompanyRow::id).containsExactly(garage, bakery, florist);
        assertThat(row(bakery).preview()).isEqualTo("Godziny");
        assertThat(row(bakery).own()).isTrue();
    }

    @Test
    void aNoticeIsNoAnswer() {
        writes(anna, bakery, "Kiedy ZUS?");
        world.notice(caretaker, null, "Nowe godziny", List.of(world.conversation(bakery, anna)));

        assertThat(row(bakery).state()).isEqualTo(CompanyState.UNANSWERED);
    }

    @Test
    void anAnswerInOneConversationLeavesTheOtherUnanswered() {
        var jan = world.employee(bakery, "Jan Kłos");
        writes(anna, bakery, "Kiedy ZUS?");
        writes(jan, bakery, "A urlop?");
        world.says(caretaker, world.conversation(bakery, anna), "Do dwudziestego");

        assertThat(row(bakery).state()).isEqualTo(CompanyState.UNANSWERED);

        world.says(caretaker, world.conversation(bakery, jan), "Dwa tygodnie");

        assertThat(row(bakery).state()).isEqualTo(CompanyState.SENT);
    }

    @Test
    void whatTheOfficeSentIsReadOnceEveryRecipientHasReadIt() {
        var conversation = world.conversation(bakery, anna);
        world.says(caretaker, conversation, "Proszę o faktury");
        assertThat(row(bakery).state()).isEqualTo(CompanyState.SENT);

        world.reads(anna, conversation);

        assertThat(row(bakery).state()).isEqualTo(CompanyState.READ);
    }

    @Test
    void withNobodyToReceiveACompanySaysSoUnlessAQuestionWaits() {
        writes(flora, florist, "Pytanie");
        world.becomes(flora, AccountState.BLOCKED);
        world.becomes(piotr, AccountState.NOT_ACTIVATED);

        assertThat(row(florist).state()).isEqualTo(CompanyState.UNANSWERED);
        assertThat(row(garage).state()).isEqualTo(CompanyState.UNREACHABLE);
        assertThat(rows(caretaker, new CompanyFilter(false, "", false, false, true), CompanyOrder.NAME))
                .extracting(CompanyRow::id)
                .containsExactlyInAnyOrder(florist, garage);
    }

    /** Nobody can answer him there any more; what he wrote stays unread, and he may come back with it. */
    @Test
    void aQuestionWaitsUntilWhoAskedItHasLeft() {
        var unanswered = new CompanyFilter(false, "", false, true, false);
        var jan = world.employee(bakery, "Jan Kłos");
        writes(jan, bakery, "Pytanie Jana");
        writes(flora, florist, "Pytanie Flory");

        world.leaves(jan, bakery);

        assertThat(row(bakery).state()).isEqualTo(CompanyState.NONE);
        assertThat(row(bakery).unread()).isEqualTo(1);
        assertThat(rows(caretaker, unanswered, CompanyOrder.NAME))
                .extracting(CompanyRow::id)
                .containsExactly(florist);
        assertThat(totals(caretaker, false, "").unansweredCompanies()).isEqualTo(1);

        writes(anna, bakery, "Pytanie Anny");
        world.leaves(flora, florist);

        assertThat(row(bakery).state()).isEqualTo(CompanyState.UNANSWERED);
        assertThat(row(florist).state()).isEqualTo(CompanyState.UNREACHABLE);
        List<Long> matching = with(CompanyListQueries.class, list -> list.matching(unanswered, office(caretaker)));
        assertThat(matching).containsExactly(bakery.value());
    }

    @Test
    void filtersKeepWhatIsUnreadOrUnanswered() {
        writes(anna, bakery, "Nieprzeczytane");
        writes(piotr, garage, "Przeczytane");
        world.reads(caretaker, world.conversation(garage, piotr));

        assertThat(rows(caretaker, new CompanyFilter(false, "", true, false, false), CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::id)
                .containsExactly(bakery);
        assertThat(rows(caretaker, new CompanyFilter(false, "", false, true, false), CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::id)
                .containsExactly(bakery, garage);
    }

    @Test
    void anotherPersonsReadingHidesNothing() {
        var colleague = world.caretaker("Kazimierz Kolega", bakery);
        writes(anna, bakery, "Kiedy ZUS?");
        world.reads(colleague, world.conversation(bakery, anna));

        assertThat(row(bakery).unread()).isEqualTo(1);
        assertThat(rows(colleague, ALL, CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::unread)
                .containsExactly(0L);
    }

    @Test
    void searchFindsPolishLettersInAnyCase() {
        assertThat(found("złoty kŁOS")).containsExactly(bakery);
        assertThat(found("ŁĄKA")).containsExactly(florist);
        assertThat(found("  warsztat ")).containsExactly(garage);
        assertThat(found("zloty")).isEmpty();
    }

    @Test
    void searchFindsATaxNumberWithAndWithoutDashes() {
        assertThat(found("726-184-30-55")).containsExactly(bakery);
        assertThat(found("7261843055")).containsExactly(bakery);
        assertThat(found("726 184")).containsExactly(bakery);
    }

    @Test
    void wildcardsOfASearchMeanThemselves() {
        var percent = world.company("Rabat 100% _taniej_!");
        world.looksAfter(caretaker, percent, world.now(), null, false);

        assertThat(found("%")).containsExactly(percent);
        assertThat(found("_")).containsExactly(percent);
        assertThat(found("!")).containsExactly(percent);
        assertThat(found("100%")).containsExactly(percent);
        assertThat(found("'; DROP TABLE company --")).isEmpty();
    }

    @Test
    void ordersByNameBothWays() {
        assertThat(rows(caretaker, ALL, CompanyOrder.NAME))
                .extracting(CompanyRow::name)
                .containsExactly("Kwiaciarnia Łąka", "Piekarnia Złoty Kłos", "Warsztat Turbo");
        assertThat(rows(caretaker, ALL, CompanyOrder.NAME_DESCENDING))
                .extracting(CompanyRow::name)
                .containsExactly("Warsztat Turbo", "Piekarnia Złoty Kłos", "Kwiaciarnia Łąka");
    }

    @Test
    void namesStandInPolishOrderWhateverTheirCase() {
        var companies = Stream.of("Żuraw", "Mak", "łąka", "Zebra", "Lato", "Źrebak", "lutnia", "LAS")
                .map(world::company)
                .toArray(CompanyId[]::new);

        assertThat(rows(world.caretaker("Adam Alfabet", companies), ALL, CompanyOrder.NAME))
                .extracting(CompanyRow::name)
                .containsExactly("LAS", "Lato", "lutnia", "łąka", "Mak", "Zebra", "Źrebak", "Żuraw");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var first = list(caretaker, ALL, 0, 2);
        var second = list(caretaker, ALL, 2, 2);

        assertThat(first.page().rows()).extracting(CompanyRow::id).containsExactly(florist, bakery);
        assertThat(second.page().rows()).extracting(CompanyRow::id).containsExactly(garage);
        assertThat(first.page().total()).isEqualTo(3);
        assertThat(second.page().total()).isEqualTo(3);
    }

    @Test
    void aPageBehindTheLastMatchIsEmptyAndKnowsTheNumbers() {
        writes(anna, bakery, "Kiedy ZUS?");

        var behind = list(caretaker, new CompanyFilter(false, "", true, false, false), 1, 25);

        assertThat(behind.page()).isEqualTo(new Page<>(List.of(), 1));
        assertThat(behind.totals()).isEqualTo(new CompanyTotals(3, 1, 1, 0));
        assertThat(behind.unread()).isEqualTo(new UnreadSum(1, 1));
        assertThat(list(caretaker, ALL, 25, 25).page()).isEqualTo(new Page<>(List.of(), 0));
    }

    @Test
    void whatIsUnreadIsSummedWhateverIsSearchedFor() {
        writes(anna, bakery, "Kiedy ZUS?");
        writes(anna, bakery, "Halo?");
        writes(piotr, garage, "Proszę o telefon");

        var garages = list(caretaker, new CompanyFilter(false, "turbo", false, false, false), 0, 25);
        var nothing = list(caretaker, new CompanyFilter(false, "nie ma takiej", false, false, false), 0, 25);

        assertThat(garages.page().total()).isEqualTo(1);
        assertThat(garages.totals()).isEqualTo(new CompanyTotals(1, 1, 1, 0));
        assertThat(garages.unread()).isEqualTo(new UnreadSum(3, 2));
        assertThat(nothing.page()).isEqualTo(new Page<>(List.of(), 0));
        assertThat(nothing.totals()).isEqualTo(new CompanyTotals(0, 0, 0, 0));
        assertThat(nothing.unread()).isEqualTo(new UnreadSum(3, 2));
    }

    @Test
    void aRowNamesCaretakersTaxNumberAndLastMessage() {
        var substitute = world.caretaker("Zofia Zastępca");
        world.looksAfter(substitute, bakery, world.now(), Instant.now().plus(Duration.ofDays(7)), true);
        var ended = world.caretaker("Ewa Była");
        world.looksAfter(ended, bakery, world.now(), world.now().plusSeconds(60), false);
        writes(anna, bakery, "Szanowni Państwo,\nkiedy płacimy ZUS?");

        var row = row(bakery);
        assertThat(row.nip()).isEqualTo("726-184-30-55");
        assertThat(row.caretakers()).containsExactly("Olga Opiekun", "Zofia Zastępca");
        assertThat(row.preview()).isEqualTo("kiedy płacimy ZUS?");
        assertThat(row.own()).isFalse();
        assertThat(row.at()).isEqualTo(world.now());
    }

    @Test
    void aForeignCompanyNeverComes() {
        var stranger = world.caretaker("Obcy Opiekun", garage);
        writes(anna, bakery, "Tajne");

        assertThat(rows(stranger, ALL, CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::id)
                .containsExactly(garage);
        assertThat(rows(stranger, new CompanyFilter(false, "Piekarnia", false, false, false), CompanyOrder.NAME))
                .isEmpty();
        assertThat(matching(stranger)).containsExactly(garage.value());
        assertThat(totals(stranger, false, "Piekarnia")).isEqualTo(new CompanyTotals(0, 0, 0, 0));
    }

    @Test
    void aFormerCaretakerAndStaffSeeNothing() {
        var former = world.caretaker("Była Opiekunka", bakery);
        world.takenAway(former, bakery);
        var staff = world.staff("Kadrowa");

        assertThat(rows(former, ALL, CompanyOrder.ACTIVITY)).isEmpty();
        assertThat(rows(staff, ALL, CompanyOrder.ACTIVITY)).isEmpty();
    }

    @Test
    void aCaretakingThatBeginsTomorrowGivesNothingToday() {
        var next = world.caretaker("Przyszła Opiekunka");
        world.looksAfter(next, bakery, Instant.now().plus(Duration.ofDays(1)), null, false);

        assertThat(rows(next, ALL, CompanyOrder.ACTIVITY)).isEmpty();
    }

    @Test
    void aBlockedPersonSeesNothing() {
        world.becomes(caretaker, AccountState.BLOCKED);

        assertThat(rows()).isEmpty();
    }

    @Test
    void theHeadSeesEveryCompanyAndMineAreThoseHeLooksAfter() {
        var head = world.head("Szef");
        world.looksAfter(head, bakery, world.now(), null, false);

        assertThat(rows(head, ALL, CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::id)
                .contains(bakery, garage, florist);
        assertThat(rows(head, new CompanyFilter(true, "", false, false, false), CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::id)
                .containsExactly(bakery);
    }

    @Test
    void whoIsAClientOfACompanyHasNoOfficeRightsThere() {
        var head = world.head("Szef z firmą");
        var own = world.company("Własna firma szefa");
        world.joins(head, own, Role.ENTREPRENEUR, true);
        world.joins(caretaker, garage, Role.EMPLOYEE, true);

        assertThat(rows(head, ALL, CompanyOrder.ACTIVITY))
                .extracting(CompanyRow::id)
                .contains(bakery)
                .doesNotContain(own);
        assertThat(rows()).extracting(CompanyRow::id).containsExactlyInAnyOrder(bakery, florist);
    }

    @Test
    void totalsEqualTheRows() {
        var jan = world.employee(bakery, "Jan Kłos");
        writes(anna, bakery, "Raz");
        writes(anna, bakery, "Dwa");
        writes(jan, bakery, "Trzy");
        writes(piotr, garage, "Cztery");
        world.reads(caretaker, world.conversation(garage, piotr));
        world.becomes(flora, AccountState.NOT_ACTIVATED);

        var totals = totals(caretaker, false, "");

        assertThat(totals).isEqualTo(new CompanyTotals(3, 1, 2, 1));
        assertThat(rows().stream().mapToLong(CompanyRow::unread).sum())
                .isEqualTo(list(caretaker, ALL, 0, 50).unread().messages());
        assertThat(totals(caretaker, true, "kwiaciarnia")).isEqualTo(new CompanyTotals(1, 0, 0, 1));
    }

    @Test
    void aClientSeesHisOwnCompaniesByName() {
        world.joins(anna, garage, Role.EMPLOYEE, false);
        world.says(caretaker, world.conversation(garage, anna), "Dzień dobry");
        var unread = with(UnreadQueries.class, queries -> queries.client(client(anna)));

        var companies = with(CompanyListQueries.class, list -> list.ofClient(client(anna), unread));

        assertThat(companies).extracting(company -> company.id()).containsExactly(bakery, garage);
        assertThat(companies).extracting(company -> company.role()).containsExactly(Role.ENTREPRENEUR, Role.EMPLOYEE);
        assertThat(companies).extracting(company -> company.unread()).containsExactly(0L, 1L);
    }
}

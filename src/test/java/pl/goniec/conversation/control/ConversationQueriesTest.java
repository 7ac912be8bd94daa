package pl.goniec.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.RecipientRow;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AccessScope.PersonScope;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Lists of conversations and of the people in them, and whose a conversation is. */
class ConversationQueriesTest extends OnBothEngines {

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId caretaker;
    private PersonId stranger;
    private PersonId anna;
    private PersonId jan;
    private ConversationId withAnna;
    private ConversationId withJan;

    @BeforeEach
    void aCompanyWithTwoPeople() {
        bakery = world.company("Piekarnia Złoty Kłos");
        garage = world.company("Warsztat Turbo");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        stranger = world.caretaker("Obcy Opiekun", garage);
        anna = world.entrepreneur(bakery, "Anna Kłos");
        jan = world.employee(bakery, "Jan Kłos");
        world.entrepreneur(garage, "Piotr Turbo");
        withAnna = world.conversation(bakery, anna);
        withJan = world.conversation(bakery, jan);
    }

    private List<ConversationRow> rows(PersonId person, String search) {
        return with(ConversationQueries.class, queries -> queries.rows(bakery, search, office(person)));
    }

    private List<ConversationId> found(String search) {
        return rows(caretaker, search).stream().map(ConversationRow::id).toList();
    }

    private List<RecipientRow> recipients(PersonId person) {
        return with(ConversationQueries.class, queries -> queries.recipients(bakery, office(person)));
    }

    private Participation get(ConversationId conversation, AccessScope scope) {
        return with(ConversationRepository.class, repository -> repository.get(conversation, scope));
    }

    private boolean mayStart(Conversation conversation) {
        return with(ConversationQueries.class, queries -> queries.mayStart(conversation));
    }

    private long marker(PersonId person, Side side) {
        return with(ConversationQueries.class, queries -> queries.marker(withAnna, person, side));
    }

    @Test
    void aConversationWithoutAMessageIsNotListed() {
        assertThat(rows(caretaker, "")).isEmpty();
    }

    @Test
    void unreadConversationsComeFirstThenTheLatest() {
        world.says(jan, withJan, "Pytanie");
        world.says(anna, withAnna, "Późniejsze pytanie");
        world.reads(caretaker, withAnna);

        assertThat(found("")).containsExactly(withJan, withAnna);

        world.reads(caretaker, withJan);

        assertThat(found("")).containsExactly(withAnna, withJan);
    }

    @Test
    void aRowTellsPersonRoleLastLineAndUnread() {
        world.says(anna, withAnna, "Dzień dobry,\nkiedy ZUS?");
        world.says(anna, withAnna, "Dzień dobry,\ni kiedy VAT?");

        var row = rows(caretaker, "").get(0);

        assertThat(row.person()).isEqualTo(anna);
        assertThat(row.name()).isEqualTo("Anna Kłos");
        assertThat(row.role()).isEqualTo(Role.ENTREPRENEUR);
        assertThat(row.preview()).isEqualTo("i kiedy VAT?");
        assertThat(row.own()).isFalse();
        assertThat(row.unread()).isEqualTo(2);
        assertThat(row.at()).isEqualTo(world.now());
    }

    @Test
    void aColleaguesAnswerIsTheOffices() {
        world.says(caretaker, withAnna, "Do dwudziestego");

        assertThat(rows(world.head("Szef"), ""))
                .extracting(ConversationRow::own)
                .containsExactly(true);
    }

    @Test
    void searchFindsAPersonOrAnyMessagesText() {
        world.says(anna, withAnna, "Gdzie jest Łączna faktura?");
        world.says(caretaker, withAnna, "W skrzynce");
        world.says(jan, withJan, "Urlop");

        assertThat(found("jan kŁOS")).containsExactly(withJan);
        assertThat(found("łĄCZNA")).containsExactly(withAnna);
        assertThat(found("anna.klos")).containsExactly(withAnna);
        assertThat(found("kłos")).containsExactlyInAnyOrder(withAnna, withJan);
        assertThat(found("nie ma tego")).isEmpty();
    }

    @Test
    void searchFindsANoticesTitle() {
        world.notice(caretaker, "Zmiana Godzin", "Od poniedziałku inaczej", List.of(withAnna));

        assertThat(found("zmiana godzin")).containsExactly(withAnna);
        assertThat(rows(caretaker, "")).extracting(ConversationRow::preview).containsExactly("Zmiana Godzin");
    }

    @Test
    void wildcardsOfASearchMeanThemselves() {
        world.says(anna, withAnna, "Stawka 23% czy 8_?");
        world.says(jan, withJan, "Urlop!");

        assertThat(found("%")).containsExactly(withAnna);
        assertThat(found("8_")).containsExactly(withAnna);
        assertThat(found("!")).containsExactly(withJan);
    }

    @Test
    void recipientsAreTheCompanysPeopleAndNobodyElse() {
        assertThat(recipients(caretaker)).extracting(RecipientRow::id).containsExactly(anna, jan);
        assertThat(recipients(stranger)).isEmpty();
    }

    @Test
    void recipientsStandInPolishOrderEntrepreneursFirst() {
        var maria = world.employee(bakery, "Maria Mak");
        var lucja = world.employee(bakery, "Łucja Łąka");
        var lena = world.employee(bakery, "Lena Lato");

        assertThat(recipients(caretaker)).extracting(RecipientRow::id).containsExactly(anna, jan, lena, lucja, maria);
    }

    @Test
    void aRecipientWithoutAnAccountInUseIsShownAsUnreachable() {
        world.becomes(jan, AccountState.NOT_ACTIVATED);

        assertThat(recipients(caretaker))
                .filteredOn(row -> !row.reachable())
                .extracting(RecipientRow::id)
                .containsExactly(jan);
    }

    @Test
    void lastActivityIsTheLaterOfWritingAndReading() {
        assertThat(recipients(caretaker)).extracting(RecipientRow::lastActivity).containsOnlyNulls();

        world.says(anna, withAnna, "Dzień dobry");
        var written = world.now();
        world.says(caretaker, withAnna, "Odpowiedź");
        assertThat(recipients(caretaker).get(0).lastActivity()).isEqualTo(written);

        world.reads(anna, withAnna);
        assertThat(recipients(caretaker).get(0).lastActivity()).isEqualTo(world.now());
    }

    @Test
    void aPersonWhoHasLeftIsUnreachable() {
        world.leaves(jan, bakery);
        var conversation = get(withJan, office(caretaker)).conversation();

        var person = with(ConversationQueries.class, queries -> queries.person(conversation));

        assertThat(person.name()).isEqualTo("Jan Kłos");
        assertThat(person.role()).isNull();
        assertThat(person.reachable()).isFalse();
    }

    @Test
    void startingIsAPermissionOfTheMembership() {
        var silent = world.client(bakery, "Cichy Pracownik", Role.EMPLOYEE, AccountState.ACTIVE, false);

        assertThat(mayStart(
                        get(world.conversation(bakery, silent), client(silent)).conversation()))
                .isFalse();
        assertThat(mayStart(get(withAnna, client(anna)).conversation())).isTrue();
    }

    @Test
    void theAudienceIsTheOfficesPeopleOfTheCompanyAndTheClient() {
        var head = world.head("Szef");
        var former = world.caretaker("Była Opiekunka", bakery);
        world.takenAway(former, bakery);
        var conversation = get(withAnna, client(anna)).conversation();

        Set<PersonId> audience = with(ConversationQueries.class, queries -> queries.audience(conversation));

        assertThat(audience).contains(head, caretaker, anna).doesNotContain(stranger, former, jan);
    }

    @Test
    void aMarkerIsZeroBeforeTheFirstReading() {
        assertThat(marker(anna, Side.CLIENT)).isZero();

        world.says(caretaker, withAnna, "Raz");
        world.reads(anna, withAnna);

        assertThat(marker(anna, Side.CLIENT)).isEqualTo(1);
        assertThat(marker(caretaker, Side.OFFICE)).isZero();
    }

    @Test
    void aConversationIsTheOfficesPeoplesAndItsClients() {
        var head = world.head("Szef");

        assertThat(get(withAnna, new PersonScope(anna)).role()).isEqualTo(Role.ENTREPRENEUR);
        assertThat(get(withJan, new PersonScope(jan)).role()).isEqualTo(Role.EMPLOYEE);
        assertThat(get(withAnna, new PersonScope(caretaker)).role()).isEqualTo(Role.CARETAKER);
        assertThat(get(withAnna, new PersonScope(head)).role()).isEqualTo(Role.OFFICE_HEAD);
    }

    @Test
    void nobodyElseFindsIt() {
        var former = world.caretaker("Była Opiekunka", bakery);
        world.takenAway(former, bakery);

        for (var person : List.of(jan, stranger, former, world.staff("Kadrowa"))) {
            assertThatThrownBy(() -> get(withAnna, new PersonScope(person))).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> get(withJan, new PersonScope(anna))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> get(new ConversationId(-1), new PersonScope(caretaker)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSideDoesNotHelpOnTheOther() {
        assertThatThrownBy(() -> get(withAnna, office(anna))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> get(withAnna, client(caretaker))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theHeadIsOnlyAClientInHisOwnCompany() {
        var head = world.head("Szef z firmą");
        var own = world.company("Firma szefa");
        world.joins(head, own, Role.ENTREPRENEUR, true);
        var partner = world.entrepreneur(own, "Wspólnik");

        assertThat(get(world.conversation(own, head), new PersonScope(head)).role())
                .isEqualTo(Role.ENTREPRENEUR);
        assertThatThrownBy(() -> get(world.conversation(own, partner), new PersonScope(head)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aConversationIsFoundByCompanyAndPerson() {
        Participation found =
                with(ConversationRepository.class, repository -> repository.get(bakery, jan, office(caretaker)));

        assertThat(found.conversation().id()).isEqualTo(withJan);
        assertThatThrownBy(() ->
                        with(ConversationRepository.class, repository -> repository.get(garage, jan, office(stranger))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        with(ConversationRepository.class, repository -> repository.get(bakery, jan, client(anna))))
                .isInstanceOf(NotFoundException.class);
    }
}

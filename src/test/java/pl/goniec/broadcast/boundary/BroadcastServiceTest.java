package pl.goniec.broadcast.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.broadcast.api.AudienceSummary;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.broadcast.api.BroadcastDraftDetails;
import pl.goniec.broadcast.api.ChunkDelivered;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.api.UnreachableCompany;
import pl.goniec.broadcast.api.UnreachableCompany.Reason;
import pl.goniec.broadcast.control.FanOut;
import pl.goniec.broadcast.control.LedgerWriter;
import pl.goniec.broadcast.control.Withdrawal;
import pl.goniec.fixture.world.Paper;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** POWIADOMIENIE: who receives it, and that he receives it exactly once. */
class BroadcastServiceTest extends ThreeCompanies {

    private PersonId jan;

    @BeforeEach
    void anEmployee() {
        jan = world.employee(bakery, "Jan Kłos");
    }

    private BroadcastDraftDetails draft(PersonId person) {
        return as(person, BroadcastService.class, BroadcastService::draft);
    }

    private AcceptedBroadcast submit(PersonId person, SubmitBroadcast command) {
        return as(person, BroadcastService.class, broadcasts -> broadcasts.submit(command));
    }

    private AcceptedBroadcast send(PersonId person, String text, CompanyId... companies) {
        return submit(person, new SubmitBroadcast(draft(person).id(), "", text, false, Set.of(companies)));
    }

    private SubmitBroadcast toBakery(DraftId draft, String title, String text) {
        return new SubmitBroadcast(draft, title, text, false, Set.of(bakery));
    }

    private AudienceSummary audience(PersonId person, boolean withEmployees, CompanyId... companies) {
        return as(person, BroadcastService.class, broadcasts -> broadcasts.audience(Set.of(companies), withEmployees));
    }

    private void dispatchDue() {
        as(head, DispatchService.class, DispatchService::dispatchDue);
    }

    private void comesDue(BroadcastId broadcast) {
        world.sql()
                .change(
                        "UPDATE broadcast_chunk SET next_dispatch_at = ? WHERE broadcast_id = ?",
                        world.now(),
                        broadcast);
    }

    private long unread(CompanyId company, PersonId client) {
        return world.sql()
                .number(
                        "SELECT c.office_count - COALESCE((SELECT r.read_up_to FROM read_marker r"
                                + " WHERE r.conversation_id = c.id AND r.person_id = c.person_id AND r.side = 'CLIENT'), 0)"
                                + " FROM conversation c WHERE c.company_id = ? AND c.person_id = ?",
                        company,
                        client);
    }

    // ---- who receives

    @Test
    void entrepreneursReceiveAndEmployeesByAnOption() {
        assertThat(audience(caretaker, false, bakery)).isEqualTo(new AudienceSummary(1, 1, 1, List.of()));
        assertThat(audience(caretaker, true, bakery)).isEqualTo(new AudienceSummary(1, 2, 1, List.of()));
        assertThat(audience(head, false)).isEqualTo(new AudienceSummary(0, 0, 0, List.of()));
    }

    @Test
    void companiesWithNobodyToReceiveAreNamedWithTheReason() {
        var invited = world.company("Nowa Firma");
        world.client(invited, "Niecierpliwy", Role.ENTREPRENEUR, AccountState.NOT_ACTIVATED, true);
        var blocked = world.company("Zablokowana Firma");
        world.client(blocked, "Zablokowany", Role.ENTREPRENEUR, AccountState.BLOCKED, true);
        var onlyEmployee = world.company("Tylko Pracownik");
        world.employee(onlyEmployee, "Pracownik");

        var summary = audience(head, false, bakery, apiary, invited, blocked, onlyEmployee);

        assertThat(summary.recipients()).isEqualTo(1);
        assertThat(summary.unreachable())
                .containsExactly(
                        new UnreachableCompany(invited, "Nowa Firma", Reason.NOT_ACTIVATED),
                        new UnreachableCompany(apiary, "Pasieka Miodek", Reason.NO_ENTREPRENEUR),
                        new UnreachableCompany(onlyEmployee, "Tylko Pracownik", Reason.NO_ENTREPRENEUR),
                        new UnreachableCompany(blocked, "Zablokowana Firma", Reason.BLOCKED));
        assertThat(audience(head, true, onlyEmployee).unreachable()).isEmpty();
    }

    @Test
    void aMixedRequestIsRefusedWhole() {
        var draft = draft(caretaker).id();

        assertThatThrownBy(() -> audience(caretaker, false, bakery, garage)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> submit(
                        caretaker, new SubmitBroadcast(draft, "", "Zmiana godzin", false, Set.of(bakery, garage))))
                .isInstanceOf(NotFoundException.class);
        assertThat(world.sql().number("SELECT COUNT(*) FROM broadcast WHERE author_id = ?", caretaker))
                .isZero();
    }

    @Test
    void withNobodyToReceiveNothingIsAccepted() {
        assertThatThrownBy(() -> send(head, "Zmiana godzin", apiary))
                .isInstanceOf(ConflictException.class)
                .extracting("key")
                .isEqualTo("broadcast.nobody");
    }

    @Test
    void withNoCompanyTickedNothingIsAccepted() {
        assertThatThrownBy(() -> send(head, "Zmiana godzin"))
                .isInstanceOf(ConflictException.class)
                .extracting("key")
                .isEqualTo("broadcast.nobody");
    }

    @Test
    void whatIsAnnouncedIsWhatIsAccepted() {
        var announced = audience(head, false, bakery, garage, apiary);
        var accepted = send(head, "Zmiana godzin", bakery, garage, apiary);

        assertThat(accepted.recipients()).isEqualTo(announced.recipients()).isEqualTo(2);
        assertThat(accepted.companies()).isEqualTo(3);
        assertThat(world.sql().number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ?", accepted.id()))
                .isEqualTo(2);
        assertThat(beans.events()).contains(new BroadcastAccepted(accepted.id(), head, 3, 2));
    }

    @Test
    void whoIsAddedLaterIsNoRecipientAndWhoIsBlockedLaterStillIs() {
        var accepted = send(head, "Zmiana godzin", bakery);
        var late = world.entrepreneur(bakery, "Spóźniony Wspólnik");
        world.becomes(anna, AccountState.BLOCKED);

        deliver(accepted.id(), 0);

        assertThat(unread(bakery, late)).isZero();
        assertThat(unread(bakery, anna)).isEqualTo(1);
    }

    // ---- exactly once

    @Test
    void submittingAgainIsOneAndGetsTheSameAnswer() {
        var command = new SubmitBroadcast(draft(head).id(), "Godziny", "Zmiana godzin", false, Set.of(bakery, garage));
        var first = submit(head, command);
        var again = submit(head, command);

        assertThat(again).isEqualTo(first);
        assertThat(world.sql().number("SELECT COUNT(*) FROM broadcast WHERE author_id = ?", head))
                .isEqualTo(1);
    }

    @Test
    void submittingOtherContentUnderTheSameDraftIsRefused() {
        var draft = draft(head).id();
        submit(head, toBakery(draft, "", "Zmiana godzin"));

        assertThatThrownBy(() -> submit(head, toBakery(draft, "", "Inny tekst")))
                .isInstanceOf(ConflictException.class)
                .extracting("key")
                .isEqualTo("broadcast.alreadySent");
        assertThatThrownBy(() -> submit(head, toBakery(draft, "Tytuł", "Zmiana godzin")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        submit(head, new SubmitBroadcast(draft, "", "Zmiana godzin", false, Set.of(bakery, garage))))
                .as("other companies are other content")
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> submit(head, new SubmitBroadcast(draft, "", "Zmiana godzin", true, Set.of(bakery))))
                .as("the employees are other content")
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        as(head, BroadcastService.class, broadcasts -> broadcasts.save(draft, "", "Poprawka", false)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> submit(caretaker, toBakery(draft, "", "Zmiana godzin")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aChunkThatArrivesTwiceIsDeliveredOnce() {
        var accepted = send(head, "Zmiana godzin", bakery, garage);

        deliver(accepted.id(), 0);
        deliver(accepted.id(), 0);

        assertThat(messages(accepted.id())).isEqualTo(2);
        assertThat(unread(bakery, anna)).isEqualTo(1);
        assertThat(unread(garage, piotr)).isEqualTo(1);
        assertThat(unread(bakery, jan)).isZero();
        assertThat(beans.events()).filteredOn(ChunkDelivered.class::isInstance).hasSize(1);
    }

    @Test
    void anUnknownChunkDeliversNothing() {
        var accepted = send(head, "Zmiana godzin", bakery);

        deliver(accepted.id(), 7);

        assertThat(messages(accepted.id())).isZero();
    }

    @Test
    void everybodyConcernedIsToldOfADelivery() {
        var accepted = send(head, "Zmiana godzin", bakery);
        var stranger = world.caretaker("Obcy Opiekun", garage);
        var former = world.caretaker("Była Opiekunka", bakery);
        world.takenAway(former, bakery);

        deliver(accepted.id(), 0);

        assertThat(beans.events()).last().isInstanceOfSatisfying(ChunkDelivered.class, event -> {
            assertThat(event.failed()).isFalse();
            assertThat(event.audience()).contains(anna, head, caretaker).doesNotContain(jan, piotr, stranger, former);
        });
    }

    @Test
    void aDeliveryJoinsTheCorrespondenceAndRaisesTheCounterByOne() {
        var conversation = world.conversation(bakery, anna);
        world.says(caretaker, conversation, "Do dwudziestego");
        world.says(anna, conversation, "A dokładnie?");

        var accepted = send(head, "Zmiana godzin", bakery);
        deliver(accepted.id(), 0);

        assertThat(unread(bakery, anna)).isEqualTo(2);
        assertThat(world.sql()
                        .texts(
                                "SELECT position FROM message WHERE broadcast_id = ? AND conversation_id = ?"
                                        + " AND side_number = 2",
                                accepted.id(),
                                conversation))
                .containsExactly("3");
        assertThat(world.sql()
                        .number(
                                "SELECT COUNT(*) FROM conversation WHERE id = ? AND last_talk_at < last_sent_at"
                                        + " AND last_talk_side = 'CLIENT'",
                                conversation))
                .as("a notice is neither an answer nor activity")
                .isEqualTo(1);
    }

    @Test
    void aConversationHoldsANoticeOnceWhateverHappens() {
        var accepted = send(head, "Zmiana godzin", bakery);
        deliver(accepted.id(), 0);

        assertThatThrownBy(() -> world.sql()
                        .change(
                                "INSERT INTO message (conversation_id, position, side, side_number, author_id,"
                                        + " author_role, body_id, broadcast_id, sent_at) SELECT conversation_id, 99, side,"
                                        + " 99, author_id, author_role, body_id, broadcast_id, sent_at FROM message"
                                        + " WHERE broadcast_id = ?",
                                accepted.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLargeAudienceIsCutIntoChunks() {
        var id = send(head, "Zmiana godzin", bakery, garage).id();
        world.sql().change("DELETE FROM receipt WHERE broadcast_id = ?", id);
        world.sql().change("DELETE FROM broadcast_chunk WHERE broadcast_id = ?", id);

        int recipients =
                with(LedgerWriter.class, ledger -> ledger.open(id, Set.of(bakery, garage), true, 2, world.now()));

        assertThat(recipients).isEqualTo(3);
        assertThat(world.sql()
                        .texts("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? GROUP BY chunk ORDER BY chunk", id))
                .containsExactly("2", "1");
        assertThat(world.sql().texts("SELECT number FROM broadcast_chunk WHERE broadcast_id = ? ORDER BY number", id))
                .containsExactly("0", "1");
        deliver(id, 1);
        assertThat(messages(id)).isEqualTo(1);
        deliver(id, 0);
        assertThat(messages(id)).isEqualTo(3);
    }

    @Test
    void aDueChunkIsHandedOverOnceAndAgainOnlyWhenItStaysPending() {
        var dispatched = new Dispatches();
        beans.with(FanOut.class, dispatched);
        var accepted = send(head, "Zmiana godzin", bakery);

        dispatchDue();
        dispatchDue();
        assertThat(dispatched.of(accepted.id())).isEqualTo(1);

        comesDue(accepted.id());
        dispatchDue();
        assertThat(dispatched.of(accepted.id())).isEqualTo(2);

        deliver(accepted.id(), 0);
        comesDue(accepted.id());
        dispatchDue();
        assertThat(dispatched.of(accepted.id())).isEqualTo(2);
    }

    @Test
    void aWithdrawnChunkIsHandedOverToNobody() {
        var dispatched = new Dispatches();
        beans.with(FanOut.class, dispatched);
        var accepted = send(head, "Zmiana godzin", bakery);
        with(Withdrawal.class, withdrawal -> {
            withdrawal.withdraw(accepted.id());
            return null;
        });

        dispatchDue();

        assertThat(dispatched.of(accepted.id())).isZero();
    }

    /** Remembers what is handed over. */
    private static final class Dispatches implements FanOut {

        private final List<BroadcastId> handedOver = new ArrayList<>();

        @Override
        public void dispatch(List<Chunk> chunks) {
            chunks.forEach(chunk -> handedOver.add(chunk.broadcast()));
        }

        long of(BroadcastId broadcast) {
            return handedOver.stream().filter(broadcast::equals).count();
        }
    }

    // ---- writing it

    @Test
    void aDraftIsKeptWithItsFilesAndIsOnesOwn() {
        var draft = draft(head);
        as(head, BroadcastService.class, broadcasts -> broadcasts.save(draft.id(), "Tytuł", "Zacz", true));
        var file = as(
                head,
                BroadcastService.class,
                broadcasts -> broadcasts.attach(draft.id(), Paper.text("godziny.txt", "8–16")));
        var second = as(
                head,
                BroadcastService.class,
                broadcasts -> broadcasts.attach(draft.id(), Paper.text("zbędny.txt", "zbędny")));
        as(head, BroadcastService.class, broadcasts -> {
            broadcasts.remove(draft.id(), second.id());
            return null;
        });

        var kept = draft(head);
        assertThat(kept.id()).isEqualTo(draft.id());
        assertThat(kept.title()).isEqualTo("Tytuł");
        assertThat(kept.text()).isEqualTo("Zacz");
        assertThat(kept.withEmployees()).isTrue();
        assertThat(kept.files()).containsExactly(file);
        assertThat(draft(caretaker).id()).isNotEqualTo(draft.id());
        assertThatThrownBy(() -> as(
                        caretaker,
                        BroadcastService.class,
                        broadcasts -> broadcasts.save(draft.id(), "", "Podmiana", false)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void blankAndTooLongIsRefusedAndTheDraftStays() {
        var draft = draft(head).id();

        assertThatThrownBy(() -> submit(head, toBakery(draft, "", " \n"))).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> submit(head, toBakery(draft, "", "x".repeat(10_001))))
                .isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> submit(head, toBakery(draft, "t".repeat(101), "Tekst")))
                .isInstanceOf(BusinessException.class)
                .extracting("key")
                .isEqualTo("broadcast.titleTooLong");

        assertThat(draft(head).id()).isEqualTo(draft);
        submit(head, toBakery(draft, "t".repeat(100), "Tekst"));
    }
}

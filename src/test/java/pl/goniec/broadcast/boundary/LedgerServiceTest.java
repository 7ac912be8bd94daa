package pl.goniec.broadcast.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.broadcast.api.BroadcastFileDownloaded;
import pl.goniec.broadcast.api.BroadcastRetried;
import pl.goniec.broadcast.api.BroadcastRow;
import pl.goniec.broadcast.api.BroadcastWithdrawn;
import pl.goniec.broadcast.api.LedgerDetails;
import pl.goniec.broadcast.api.LedgerFilter;
import pl.goniec.broadcast.api.LedgerRow;
import pl.goniec.broadcast.api.LedgerState;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.api.UnreachableCompany;
import pl.goniec.broadcast.control.Withdrawal;
import pl.goniec.fixture.world.Paper;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** What became of each copy, and who may know. */
class LedgerServiceTest extends ThreeCompanies {

    private BroadcastId send(PersonId person, String title, String text, CompanyId... companies) {
        return as(
                person,
                BroadcastService.class,
                broadcasts -> broadcasts
                        .submit(new SubmitBroadcast(broadcasts.draft().id(), title, text, false, Set.of(companies)))
                        .id());
    }

    private void fail(BroadcastId broadcast) {
        as(head, DeliveryService.class, delivery -> {
            delivery.fail(broadcast, 0);
            return null;
        });
    }

    private LedgerDetails ledger(PersonId person, BroadcastId broadcast) {
        return as(person, LedgerService.class, ledgers -> ledgers.ledger(broadcast));
    }

    private LedgerSums sums(BroadcastId broadcast) {
        return ledger(head, broadcast).sums();
    }

    private Page<LedgerRow> receipts(PersonId person, BroadcastId broadcast, LedgerState state, String search) {
        return as(
                person,
                LedgerService.class,
                ledgers -> ledgers.receipts(broadcast, new LedgerFilter(state, search), 0, 50));
    }

    private AttachmentRow attach(String text) {
        return as(
                head,
                BroadcastService.class,
                broadcasts -> broadcasts.attach(broadcasts.draft().id(), Paper.text("godziny.txt", text)));
    }

    private AttachmentRow open(PersonId person, BroadcastId broadcast, AttachmentId file) {
        return as(person, LedgerService.class, ledgers -> ledgers.open(broadcast, file));
    }

    private byte[] piece(PersonId person, BroadcastId broadcast, AttachmentId file, int number) {
        return as(person, LedgerService.class, ledgers -> ledgers.piece(broadcast, file, number));
    }

    private Page<BroadcastRow> sent(PersonId person) {
        return as(person, LedgerService.class, ledgers -> ledgers.sent(0, 20));
    }

    private Optional<BroadcastRow> running(PersonId person) {
        return as(person, LedgerService.class, LedgerService::running);
    }

    private int retry(PersonId person, BroadcastId broadcast) {
        return as(person, LedgerService.class, ledgers -> ledgers.retry(broadcast));
    }

    @Test
    void theLedgerAddsUpAndFollowsTheReadings() {
        var id = send(head, "", "Szanowni Państwo,\nzmieniamy godziny", bakery, garage, apiary);
        assertThat(sums(id)).isEqualTo(new LedgerSums(2, 0, 0, 0, 0));
        assertThat(ledger(head, id).finishedAt()).isNull();

        deliver(id, 0);
        world.reads(anna, world.conversation(bakery, anna));

        var ledger = ledger(head, id);
        assertThat(ledger.sums()).isEqualTo(new LedgerSums(0, 1, 1, 0, 0));
        assertThat(ledger.title()).isEqualTo("zmieniamy godziny");
        assertThat(ledger.text()).isEqualTo("Szanowni Państwo,\nzmieniamy godziny");
        assertThat(ledger.authorName()).isEqualTo("Szef");
        assertThat(ledger.authorRole()).isEqualTo(Role.OFFICE_HEAD);
        assertThat(ledger.companies()).isEqualTo(3);
        assertThat(ledger.finishedAt()).isNotNull();
        assertThat(ledger.unreachable()).extracting(UnreachableCompany::id).containsExactly(apiary);
    }

    @Test
    void theLedgerShowsAndHandsOutTheFiles() {
        var file = attach("8–16");
        var id = send(head, "", "W załączniku", bakery);

        assertThat(ledger(head, id).files()).containsExactly(file);
        assertThat(open(head, id, file.id())).isEqualTo(file);
        assertThat(piece(head, id, file.id(), 0)).isEqualTo("8–16".getBytes(StandardCharsets.UTF_8));
        assertThat(piece(head, id, file.id(), 1)).isEmpty();
        assertThat(beans.events()).contains(new BroadcastFileDownloaded(id, file.id(), head));
    }

    @Test
    void aFileIsFoundOnlyInTheLedgerThatShowsIt() {
        var file = attach("8–16").id();
        var id = send(head, "", "W załączniku", bakery);
        var another = send(head, "", "Bez załącznika", bakery);

        assertThatThrownBy(() -> open(caretaker, id, file)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> piece(caretaker, id, file, 0)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> open(head, another, file)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> piece(head, another, file, 0)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void rowsAreFilteredSearchedAndOrdered() {
        var id = send(head, "", "Zmiana godzin", bakery, garage);
        deliver(id, 0);
        world.reads(anna, world.conversation(bakery, anna));
        var readAt = world.now();

        var rows = receipts(head, id, null, "");
        assertThat(rows.total()).isEqualTo(2);
        assertThat(rows.rows())
                .extracting(LedgerRow::companyName)
                .containsExactly("Piekarnia Złoty Kłos", "Warsztat Turbo");
        assertThat(rows.rows()).extracting(LedgerRow::state).containsExactly(LedgerState.READ, LedgerState.SENT);
        assertThat(rows.rows()).extracting(LedgerRow::readAt).containsExactly(readAt, null);
        assertThat(rows.rows()).extracting(LedgerRow::deliveredAt).doesNotContainNull();
        assertThat(receipts(head, id, LedgerState.READ, "").rows())
                .extracting(LedgerRow::personName)
                .containsExactly("Anna Kłos");
        assertThat(receipts(head, id, LedgerState.SENT, "").total()).isEqualTo(1);
        assertThat(receipts(head, id, LedgerState.FAILED, "").total()).isZero();
        assertThat(receipts(head, id, LedgerState.PENDING, "").total()).isZero();
        assertThat(receipts(head, id, null, "kŁOS").total()).isEqualTo(1);
        assertThat(receipts(head, id, null, "piotr").total()).isEqualTo(1);
        assertThat(receipts(head, id, null, "%").total()).isZero();
    }

    @Test
    void failuresStandFirst() {
        var id = send(head, "", "Zmiana godzin", bakery, garage);
        deliver(id, 0);
        world.sql().change("UPDATE receipt SET state = 'FAILED' WHERE broadcast_id = ? AND person_id = ?", id, piotr);

        assertThat(receipts(head, id, null, "").rows())
                .extracting(LedgerRow::state)
                .containsExactly(LedgerState.FAILED, LedgerState.SENT);
        assertThat(receipts(head, id, LedgerState.FAILED, "").total()).isEqualTo(1);
    }

    @Test
    void markingAsReadIsNotReading() {
        var id = send(head, "", "Zmiana godzin", bakery);
        deliver(id, 0);
        world.sql()
                .change(
                        "INSERT INTO read_marker (conversation_id, person_id, side, read_up_to) VALUES (?, ?, 'CLIENT', 0)",
                        world.conversation(bakery, anna),
                        anna);

        assertThat(sums(id)).isEqualTo(new LedgerSums(0, 1, 0, 0, 0));
    }

    @Test
    void aFailedChunkIsRetriedAndDeliveredOnce() {
        var id = send(head, "", "Zmiana godzin", bakery, garage);
        fail(id);
        assertThat(sums(id)).isEqualTo(new LedgerSums(0, 0, 0, 2, 0));

        assertThat(retry(head, id)).isEqualTo(2);
        assertThat(retry(head, id)).isZero();
        assertThat(sums(id)).isEqualTo(new LedgerSums(2, 0, 0, 0, 0));
        assertThat(beans.events()).contains(new BroadcastRetried(id, head));

        deliver(id, 0);
        assertThat(sums(id)).isEqualTo(new LedgerSums(0, 2, 0, 0, 0));
        assertThat(messages(id)).isEqualTo(2);
    }

    @Test
    void aDeadLetterThatIsMovedBackDeliversAFailedChunkAndDoneIsFinal() {
        var id = send(head, "", "Zmiana godzin", bakery);
        fail(id);

        deliver(id, 0);
        fail(id);

        assertThat(sums(id)).isEqualTo(new LedgerSums(0, 1, 0, 0, 0));
        assertThat(messages(id)).isEqualTo(1);
    }

    private void withdraw(BroadcastId broadcast) {
        with(Withdrawal.class, withdrawal -> {
            withdrawal.withdraw(broadcast);
            return null;
        });
    }

    @Test
    void whatIsWithdrawnIsAStateOfItsOwnAndTheLedgerIsFinished() {
        var id = send(head, "", "Zmiana godzin", bakery, garage);
        withdraw(id);

        var ledger = ledger(head, id);
        assertThat(ledger.sums()).isEqualTo(new LedgerSums(0, 0, 0, 0, 2));
        assertThat(ledger.sums().total()).isEqualTo(2);
        assertThat(ledger.finishedAt()).isNotNull();
        assertThat(running(head)).isEmpty();
        assertThat(sent(head).rows().get(0).sums().cancelled()).isEqualTo(2);
        assertThat(receipts(head, id, LedgerState.CANCELLED, "").rows())
                .extracting(LedgerRow::personName)
                .containsExactly("Anna Kłos", "Piotr Turbo");
        assertThat(receipts(head, id, LedgerState.PENDING, "").total()).isZero();
        assertThat(beans.events()).contains(new BroadcastWithdrawn(id, 2, Set.of(head)));
    }

    @Test
    void whatIsWithdrawnIsNeitherRetriedNorDeliveredByADeadLetterThatIsMovedBack() {
        var id = send(head, "", "Zmiana godzin", bakery, garage);
        fail(id);
        withdraw(id);

        assertThat(retry(head, id)).isZero();
        deliver(id, 0);
        fail(id);

        assertThat(sums(id)).isEqualTo(new LedgerSums(0, 0, 0, 0, 2));
        assertThat(messages(id)).isZero();
    }

    @Test
    void whoHasItKeepsItAndIsNotCounted() {
        var id = send(head, "", "Zmiana godzin", bakery, garage);
        deliver(id, 0);
        withdraw(id);
        withdraw(id);

        assertThat(sums(id)).isEqualTo(new LedgerSums(0, 2, 0, 0, 0));
        assertThat(beans.events().stream().filter(BroadcastWithdrawn.class::isInstance))
                .containsExactly(new BroadcastWithdrawn(id, 0, Set.of(head)));
    }

    @Test
    void theHeadSeesAllAndACaretakerHisOwn() {
        var headsOwn = send(head, "", "Od szefa", bakery, garage);
        var his = send(caretaker, "", "Od opiekuna", bakery);

        assertThat(sent(caretaker).rows()).extracting(BroadcastRow::id).containsExactly(his);
        assertThat(sent(head).rows()).extracting(BroadcastRow::id).startsWith(his, headsOwn);
        assertThatThrownBy(() -> ledger(caretaker, headsOwn)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobodyElseFindsIt() {
        var his = send(caretaker, "", "Od opiekuna", bakery);
        var stranger = world.caretaker("Obcy Opiekun", garage);

        assertThat(sent(stranger).total()).isZero();
        assertThatThrownBy(() -> ledger(stranger, his)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> receipts(stranger, his, null, "")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> retry(stranger, his)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ledger(head, new BroadcastId(-1))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoLosesACompanyLosesItsRows() {
        world.looksAfter(caretaker, garage, world.now(), null, false);
        var his = send(caretaker, "", "Od opiekuna", bakery, garage, apiary);
        assertThat(ledger(caretaker, his).unreachable())
                .extracting(UnreachableCompany::id)
                .containsExactly(apiary);
        world.takenAway(caretaker, garage);
        world.takenAway(caretaker, apiary);

        assertThat(receipts(caretaker, his, null, "").rows())
                .extracting(LedgerRow::company)
                .containsExactly(bakery);
        assertThat(ledger(caretaker, his).sums().total()).isEqualTo(1);
        assertThat(ledger(caretaker, his).unreachable())
                .as("a company that is not his any more is not named to him")
                .isEmpty();

        world.takenAway(caretaker, bakery);
        assertThatThrownBy(() -> ledger(caretaker, his)).isInstanceOf(NotFoundException.class);
        assertThat(sent(caretaker).total()).isZero();
    }

    @Test
    void theListOfSentNoticesNamesTitleSenderAndSums() {
        var id = send(head, " Godziny ", "Zmiana godzin", bakery, garage);
        deliver(id, 0);

        var row = sent(head).rows().get(0);

        assertThat(row.id()).isEqualTo(id);
        assertThat(row.title()).isEqualTo("Godziny");
        assertThat(row.authorName()).isEqualTo("Szef");
        assertThat(row.companies()).isEqualTo(2);
        assertThat(row.sums()).isEqualTo(new LedgerSums(0, 2, 0, 0, 0));
    }

    @Test
    void aBroadcastRunsUntilItsLastCopy() {
        assertThat(running(head)).isEmpty();

        var id = send(head, "", "Zmiana godzin", bakery);
        assertThat(running(head)).map(BroadcastRow::id).contains(id);
        assertThat(running(caretaker)).isEmpty();

        deliver(id, 0);
        assertThat(running(head)).isEmpty();
    }

    @Test
    void noticesWithFailedCopiesAreListedForWhoSeesThemUntilTheyAreRetried() {
        var good = send(head, "", "Dochodzi", bakery, garage);
        var bad = send(head, "Nie dochodzi", "Treść", bakery, garage);
        deliver(good, 0);
        fail(bad);

        var failed = failed(head);
        assertThat(failed.total()).isOne();
        assertThat(failed.rows()).extracting(BroadcastRow::title).containsExactly("Nie dochodzi");
        assertThat(failed.rows().get(0).sums().failed()).isEqualTo(2);
        assertThat(failed(world.caretaker("Cudza Opiekunka", bakery)).total()).isZero();

        retry(head, bad);
        assertThat(failed(head).total()).isZero();
    }

    private Page<BroadcastRow> failed(PersonId person) {
        return as(person, LedgerService.class, ledgers -> ledgers.failed(0, 20));
    }
}

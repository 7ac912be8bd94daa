package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.broadcast.api.LedgerFilter;
import pl.goniec.broadcast.api.LedgerRow;
import pl.goniec.broadcast.api.LedgerSums;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.api.UnreachableCompany;
import pl.goniec.broadcast.boundary.BroadcastService;
import pl.goniec.broadcast.boundary.DeliveryService;
import pl.goniec.broadcast.boundary.LedgerService;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.boundary.DownloadService;
import pl.goniec.fixture.server.Goniec;
import pl.goniec.fixture.world.Paper;
import pl.goniec.identity.api.AccountState;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** POWIADOMIENIE over the real queue: to everybody who was announced, exactly once, whatever happens on the way. */
class BroadcastIT extends Journey {

    private static final int COMPANIES = 25;

    @Inject
    BroadcastService broadcasts;

    @Inject
    LedgerService ledgers;

    @Inject
    DeliveryService delivery;

    @Inject
    InboxService inbox;

    @Inject
    DownloadService downloads;

    @Inject
    Goniec goniec;

    private List<CompanyId> companies;
    private List<PersonId> owners;
    private CompanyId empty;
    private CompanyId foreign;
    private PersonId employee;
    private PersonId stranger;
    private PersonId caretaker;

    /** Twenty-five companies with an owner each, two of them with two, one with an employee, one more with nobody. */
    @BeforeEach
    void companiesOfACaretaker() {
        companies = new ArrayList<>();
        owners = new ArrayList<>();
        for (int number = 1; number <= COMPANIES; number++) {
            var company = world.company("Firma " + number);
            companies.add(company);
            owners.add(world.entrepreneur(company, "Właściciel " + number));
        }
        owners.add(world.entrepreneur(companies.get(0), "Wspólnik Pierwszy"));
        owners.add(world.entrepreneur(companies.get(1), "Wspólniczka Druga"));
        employee = world.employee(companies.get(0), "Pracownik Pierwszej");
        world.client(companies.get(2), "Zablokowany Wspólnik", Role.ENTREPRENEUR, AccountState.BLOCKED, true);
        empty = world.company("Firma bez nikogo");
        companies.add(empty);
        caretaker = world.caretaker("Olga Opiekun", companies.toArray(CompanyId[]::new));
        foreign = world.company("Obca firma");
        stranger = world.entrepreneur(foreign, "Obcy Właściciel");
    }

    private Set<CompanyId> all() {
        return Set.copyOf(companies);
    }

    private SubmitBroadcast command(String text, boolean withEmployees, Set<CompanyId> to) throws Exception {
        var draft = as(caretaker, () -> broadcasts.draft().id());
        return new SubmitBroadcast(draft, "", text, withEmployees, to);
    }

    private AcceptedBroadcast send(String text, Set<CompanyId> to) throws Exception {
        var command = command(text, false, to);
        return as(caretaker, () -> broadcasts.submit(command));
    }

    private LedgerSums sums(BroadcastId broadcast) throws Exception {
        return as(caretaker, () -> ledgers.ledger(broadcast).sums());
    }

    private void awaitFinished(BroadcastId broadcast) {
        eventually(() ->
                number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state = 'PENDING'", broadcast) == 0);
    }

    private long unread(PersonId client) throws Exception {
        return as(client, () -> inbox.clientUnread().total());
    }

    private List<Long> unread() throws Exception {
        var counts = new ArrayList<Long>();
        for (var owner : owners) {
            counts.add(unread(owner));
        }
        return counts;
    }

    @Test
    void everyEntrepreneurOfEveryTickedCompanyReceivesExactlyOne() throws Exception {
        write(caretaker, world.conversation(companies.get(3), owners.get(3)), "Wcześniejsza wiadomość");
        var before = unread();
        var ticked = as(caretaker, () -> inbox.matching(new CompanyFilter(false, "", false, false, false)));
        assertThat(ticked).isEqualTo(all());
        var announced = as(caretaker, () -> broadcasts.audience(ticked, false));
        assertThat(announced.unreachable())
                .containsExactly(
                        new UnreachableCompany(empty, "Firma bez nikogo", UnreachableCompany.Reason.NO_ENTREPRENEUR));

        var accepted = send("Szanowni Państwo,\nzmieniamy godziny otwarcia", ticked);
        awaitFinished(accepted.id());

        assertThat(accepted.recipients()).isEqualTo(announced.recipients()).isEqualTo(COMPANIES + 2);
        assertThat(sums(accepted.id())).isEqualTo(new LedgerSums(0, announced.recipients(), 0, 0, 0));
        assertThat(world.sql()
                        .texts(
                                "SELECT person_id FROM receipt WHERE broadcast_id = ? AND state = 'DONE'"
                                        + " ORDER BY person_id",
                                accepted.id()))
                .isEqualTo(owners.stream().map(PersonId::toString).sorted().toList());
        var after = unread();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i) + 1);
        }
        assertThat(number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", accepted.id()))
                .isEqualTo(announced.recipients());
        assertThat(number("SELECT COUNT(DISTINCT body_id) FROM message WHERE broadcast_id = ?", accepted.id()))
                .as("the text is stored once")
                .isEqualTo(1);
        assertThat(unread(employee)).isZero();
        assertThat(unread(stranger)).isZero();
        assertThat(as(caretaker, () -> ledgers.ledger(accepted.id()).unreachable()))
                .extracting(UnreachableCompany::id)
                .containsExactly(empty);
    }

    @Test
    void employeesReceiveItWhenAsked() throws Exception {
        var command = command("Także do pracowników", true, all());
        var announced = as(caretaker, () -> broadcasts.audience(all(), true));
        var accepted = as(caretaker, () -> broadcasts.submit(command));
        awaitFinished(accepted.id());

        assertThat(accepted.recipients()).isEqualTo(announced.recipients()).isEqualTo(COMPANIES + 3);
        assertThat(unread(employee)).isEqualTo(1);
    }

    @Test
    void submittingTwiceIsOne() throws Exception {
        var command = command("Raz i jeszcze raz", false, all());
        var first = as(caretaker, () -> broadcasts.submit(command));
        var again = as(caretaker, () -> broadcasts.submit(command));
        awaitFinished(first.id());

        assertThat(again).isEqualTo(first);
        assertThat(unread()).containsOnly(1L);
        assertThatThrownBy(() -> as(
                        caretaker,
                        () -> broadcasts.submit(new SubmitBroadcast(command.draft(), "", "Inny tekst", false, all()))))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void submittingEightTimesAtOnceIsOne() throws Exception {
        var command = command("Osiem razy naraz", false, all());

        var answers = atOnce(8, caretaker, () -> broadcasts.submit(command));
        awaitFinished(answers.get(0).id());

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(number("SELECT COUNT(*) FROM broadcast WHERE author_id = ?", caretaker))
                .isEqualTo(1);
        assertThat(unread()).containsOnly(1L);
    }

    @Test
    void aMixedRequestIsRefusedWholeAndSendsNothing() throws Exception {
        var mixed = new HashSet<>(companies);
        mixed.add(foreign);
        var command = command("Nie do wszystkich", false, mixed);

        assertThatThrownBy(() -> as(caretaker, () -> broadcasts.submit(command)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(caretaker, () -> broadcasts.audience(mixed, false)))
                .isInstanceOf(NotFoundException.class);

        assertThat(number("SELECT COUNT(*) FROM broadcast WHERE author_id = ?", caretaker))
                .isZero();
        assertThat(as(caretaker, () -> broadcasts.draft().id()))
                .as("the draft stays")
                .isEqualTo(command.draft());
    }

    @Test
    @DisplayName("S47 no recipient can learn who the others are")
    void nobodyLearnsTheOthers() throws Exception {
        var accepted = send("Do wielu", all());
        awaitFinished(accepted.id());
        var first = owners.get(0);
        var partner = owners.get(COMPANIES);
        var mine = world.conversation(companies.get(0), first);

        var message = thread(first, mine).get(0);
        assertThat(message.notice()).isTrue();
        assertThat(message.readers()).isEmpty();
        for (var other : owners.subList(1, owners.size())) {
            var name = world.sql()
                    .texts("SELECT full_name FROM person WHERE id = ?", other)
                    .get(0);
            assertThat(message.toString()).doesNotContain(name);
        }
        for (var other : List.of(
                world.conversation(companies.get(1), owners.get(1)), world.conversation(companies.get(0), partner))) {
            assertThatThrownBy(() -> thread(first, other)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> as(first, () -> ledgers.ledger(accepted.id()))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as(first, () -> ledgers.receipts(accepted.id(), new LedgerFilter(null, ""), 0, 50)))
                .isInstanceOf(EJBAccessException.class);

        write(first, mine, "Odpowiedź tylko do biura");
        assertThat(unread(partner)).isEqualTo(1);
        assertThat(texts(partner, world.conversation(companies.get(0), partner)))
                .containsExactly("Do wielu");
    }

    @Test
    void itsFilesDownloadFromEachAccountAndFromNoOther() throws Exception {
        var draft = as(caretaker, () -> broadcasts.draft().id());
        var file = as(caretaker, () -> broadcasts.attach(draft, Paper.text("Godziny – zmiana.txt", "8–16")));
        var accepted = send("W załączniku", all());
        awaitFinished(accepted.id());

        for (var owner : List.of(owners.get(0), owners.get(7))) {
            var company = companies.get(owners.indexOf(owner));
            var message = thread(owner, world.conversation(company, owner)).get(0);
            assertThat(message.files()).extracting(AttachmentRow::name).containsExactly("Godziny – zmiana.txt");
            assertThat(as(owner, () -> downloads.piece(message.id(), file.id(), 0)))
                    .isEqualTo("8–16".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> as(stranger, () -> downloads.open(message.id(), file.id())))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(number(
                        "SELECT COUNT(DISTINCT b.attachment_set_id) FROM message m JOIN body b ON b.id = m.body_id"
                                + " WHERE m.broadcast_id = ?",
                        accepted.id()))
                .isEqualTo(1);
    }

    @Test
    void aChunkThatFailedIsRetriedOverTheQueueAndArrivesOnce() throws Exception {
        var id = send("Opóźnione", all()).id();
        awaitFinished(id);
        var other = broadcastThatWaits(id);
        goniec.does(() -> {
            delivery.fail(other, 0);
            return null;
        });
        assertThat(sums(other)).isEqualTo(new LedgerSums(0, 0, 0, COMPANIES + 2, 0));

        assertThat(as(caretaker, () -> ledgers.retry(other))).isEqualTo(COMPANIES + 2);
        eventually(() -> number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state <> 'DONE'", other) == 0);

        assertThat(as(caretaker, () -> ledgers.retry(other))).isZero();
        assertThat(unread()).containsOnly(2L);
        goniec.does(() -> {
            delivery.deliver(other, 0);
            return null;
        });
        assertThat(unread()).as("delivered again by hand").containsOnly(2L);
    }

    /** Copies a ledger of somebody's into a broadcast that nobody dispatches yet. */
    private BroadcastId broadcastThatWaits(BroadcastId like) {
        var id = new BroadcastId(like.value() + 1_000_000);
        world.sql()
                .change(
                        "INSERT INTO broadcast (id, draft_id, author_id, author_role, body_id, with_employees, accepted_at,"
                                + " company_count, recipient_count) SELECT ?, draft_id + 1000000, author_id, author_role,"
                                + " body_id, with_employees, accepted_at, company_count, recipient_count FROM broadcast"
                                + " WHERE id = ?",
                        id,
                        like);
        world.sql()
                .change(
                        "INSERT INTO broadcast_chunk (broadcast_id, number, state, dispatches, next_dispatch_at)"
                                + " VALUES (?, 0, 'PENDING', 0, ?)",
                        id,
                        Instant.now().plusSeconds(3600));
        world.sql()
                .change(
                        "INSERT INTO receipt (broadcast_id, conversation_id, chunk, company_id, person_id, state)"
                                + " SELECT ?, conversation_id, 0, company_id, person_id, 'PENDING' FROM receipt"
                                + " WHERE broadcast_id = ?",
                        id,
                        like);
        return id;
    }

    @Test
    void asManyPartsAreDeliveredAtATimeAsTheEnvironmentSays() throws Exception {
        var queue = new ObjectName("jboss.as:subsystem=messaging-activemq,server=default,jms-queue=GoniecFanOut");

        var consumers = ManagementFactory.getPlatformMBeanServer().getAttribute(queue, "consumerCount");

        assertThat(consumers).hasToString(System.getenv("GONIEC_CONSUMERS"));
    }

    @Test
    void aChunkThatPoisonsItsConsumerEndsAsFailedAndIsDeliveredOnceMended() throws Exception {
        var victim = world.conversation(companies.get(4), owners.get(4));
        write(caretaker, victim, "Pierwsza");
        world.sql().change("UPDATE conversation SET office_count = 0 WHERE id = ?", victim);

        var accepted = send("Nie dojdzie za pierwszym razem", all());
        eventually(
                () -> number("SELECT COUNT(*) FROM receipt WHERE broadcast_id = ? AND state = 'FAILED'", accepted.id())
                        == COMPANIES + 2);
        assertThat(sums(accepted.id())).isEqualTo(new LedgerSums(0, 0, 0, COMPANIES + 2, 0));
        assertThat(number("SELECT COUNT(*) FROM message WHERE broadcast_id = ?", accepted.id()))
                .as("all or nothing")
                .isZero();
        assertThat(as(caretaker, () -> ledgers.running())).isEmpty();

        world.sql().change("UPDATE conversation SET office_count = 1 WHERE id = ?", victim);
        as(caretaker, () -> ledgers.retry(accepted.id()));
        awaitFinished(accepted.id());

        assertThat(sums(accepted.id())).isEqualTo(new LedgerSums(0, COMPANIES + 2, 0, 0, 0));
        assertThat(unread(owners.get(4))).isEqualTo(2);
    }

    @Test
    void itStandsInTheCorrespondenceAndTheAnswerIsPrivate() throws Exception {
        var accepted = send("Zmiana godzin", all());
        awaitFinished(accepted.id());
        var mine = world.conversation(companies.get(5), owners.get(5));

        write(owners.get(5), mine, "A w sobotę?");

        assertThat(thread(caretaker, mine)).extracting(MessageRow::notice).containsExactly(true, false);
        assertThat(as(caretaker, () -> inbox.officeUnread().companies()))
                .containsOnlyKeys(companies.get(5).value());
    }

    @Test
    void theLedgerFollowsWhoReads() throws Exception {
        var accepted = send("Zmiana godzin", all());
        awaitFinished(accepted.id());
        var reader = owners.get(6);
        as(reader, () -> {
            conversations.markRead(world.conversation(companies.get(6), reader), 1);
            return null;
        });

        assertThat(sums(accepted.id())).isEqualTo(new LedgerSums(0, COMPANIES + 1, 1, 0, 0));
        var names =
                as(caretaker, () -> ledgers.receipts(accepted.id(), new LedgerFilter(null, ""), 0, 100)).rows().stream()
                        .filter(row -> row.readAt() != null)
                        .map(LedgerRow::personName)
                        .collect(Collectors.toSet());
        assertThat(names).containsExactly("Właściciel 7");
    }
}

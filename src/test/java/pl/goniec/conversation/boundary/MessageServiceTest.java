package pl.goniec.conversation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.DraftDetails;
import pl.goniec.conversation.api.FileDownloaded;
import pl.goniec.conversation.api.MarkersMoved;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.api.SentMessage;
import pl.goniec.conversation.api.ThreadDetails;
import pl.goniec.conversation.api.ThreadPage;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.Paper;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** Writing, sending, reading and downloading, as the persons of a company and its office do it. */
class MessageServiceTest extends OnBothEngines {

    private CompanyId bakery;
    private PersonId caretaker;
    private PersonId stranger;
    private PersonId anna;
    private PersonId jan;
    private ConversationId withAnna;

    @BeforeEach
    void aCompanyWithTwoPeople() {
        bakery = world.company("Piekarnia Złoty Kłos");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        stranger = world.caretaker("Obcy Opiekun", world.company("Warsztat Turbo"));
        anna = world.entrepreneur(bakery, "Anna Kłos");
        jan = world.employee(bakery, "Jan Kłos");
        withAnna = world.conversation(bakery, anna);
    }

    private DraftDetails draft(PersonId person) {
        return as(person, DraftService.class, drafts -> drafts.of(withAnna));
    }

    private AttachmentRow attach(PersonId person, DraftId draft, UploadedFile file) {
        return as(person, DraftService.class, drafts -> drafts.attach(draft, file));
    }

    private SentMessage send(PersonId person, DraftId draft, String text) {
        return as(person, MessageService.class, messages -> messages.send(new SendMessage(withAnna, draft, text)));
    }

    private SentMessage write(PersonId person, String text) {
        return send(person, draft(person).id(), text);
    }

    private ThreadDetails open(PersonId person) {
        return as(person, ConversationService.class, conversations -> conversations.open(withAnna));
    }

    private Optional<String> last(PersonId client) {
        return as(client, ConversationService.class, service -> service.last(withAnna))
                .map(MessageRow::text);
    }

    private ConversationId withOffice(PersonId person, CompanyId company) {
        return as(person, ConversationService.class, service -> service.withOffice(company));
    }

    private ConversationId with(PersonId officePerson, PersonId client) {
        return as(officePerson, ConversationService.class, service -> service.with(bakery, client));
    }

    private AttachmentRow download(PersonId person, DraftId draft, AttachmentId file) {
        return as(person, DownloadService.class, downloads -> downloads.open(draft, file));
    }

    private AttachmentRow download(PersonId person, MessageId message, AttachmentId file) {
        return as(person, DownloadService.class, downloads -> downloads.open(message, file));
    }

    private void markCompaniesRead(PersonId person, CompanyId... companies) {
        as(person, ConversationService.class, service -> {
            service.markCompaniesRead(Set.of(companies));
            return null;
        });
    }

    private void markRead(PersonId person, long position) {
        as(person, ConversationService.class, conversations -> {
            conversations.markRead(withAnna, position);
            return null;
        });
    }

    private static List<Long> ends(ThreadPage page) {
        var messages = page.messages();
        return List.of(
                messages.get(0).id().position(),
                messages.get(messages.size() - 1).id().position());
    }

    private List<String> texts(PersonId reader) {
        return open(reader).page().messages().stream().map(MessageRow::text).toList();
    }

    private String content(PersonId person, MessageId message, AttachmentId file) {
        var bytes = new ByteArrayOutputStream();
        for (int number = 0; ; number++) {
            int piece = number;
            var read = as(person, DownloadService.class, downloads -> downloads.piece(message, file, piece));
            if (read.length == 0) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
            bytes.writeBytes(read);
        }
    }

    // ---- sending

    @Test
    void whatOneSideSendsTheOtherFindsUnread() {
        var sent = write(anna, "Kiedy ZUS?\r\n\r\n");

        var thread = open(caretaker);
        assertThat(sent.id()).isEqualTo(new MessageId(withAnna, 1));
        assertThat(thread.unread()).isEqualTo(1);
        assertThat(thread.firstUnread()).isEqualTo(1);
        assertThat(thread.side()).isEqualTo(Side.OFFICE);
        assertThat(thread.page().messages()).extracting(MessageRow::text).containsExactly("Kiedy ZUS?");
        assertThat(open(anna).unread()).isZero();
    }

    @Test
    void laterMessagesOfEitherSideJoinTheSameConversationInOrder() {
        write(caretaker, "Proszę o faktury");
        write(anna, "Wysyłam jutro");
        write(world.head("Szef"), "Dziękuję");

        assertThat(texts(anna)).containsExactly("Proszę o faktury", "Wysyłam jutro", "Dziękuję");
        assertThat(open(anna).unread()).isEqualTo(2);
    }

    @Test
    void sendingIsToldToEverybodyWhoMaySeeIt() {
        write(anna, "Kiedy ZUS?");

        assertThat(beans.events()).singleElement().isInstanceOfSatisfying(MessageSent.class, event -> {
            assertThat(event.author()).isEqualTo(anna);
            assertThat(event.company()).isEqualTo(bakery);
            assertThat(event.audience()).contains(anna, caretaker).doesNotContain(jan, stranger);
        });
    }

    @Test
    void theSameContentAgainGetsTheSameAnswerAndOtherContentIsRefused() {
        var draft = draft(anna).id();
        var first = send(anna, draft, "Kiedy ZUS?");
        var again = send(anna, draft, "Kiedy ZUS?\r\n");

        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> send(anna, draft, "Kiedy VAT?"))
                .isInstanceOf(ConflictException.class)
                .extracting("key")
                .isEqualTo("message.alreadySent");
        assertThat(texts(caretaker)).containsExactly("Kiedy ZUS?");
    }

    @Test
    void aForeignDraftIsNotFound() {
        var draft = draft(anna).id();

        assertThatThrownBy(() -> send(caretaker, draft, "Cudze")).isInstanceOf(NotFoundException.class);

        send(anna, draft, "Kiedy ZUS?");
        assertThatThrownBy(() -> send(caretaker, draft, "Kiedy ZUS?")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void blankAndTooLongTextIsRefusedAndTheDraftStays() {
        var draft = draft(anna);
        attach(anna, draft.id(), Paper.text("umowa.txt", "Umowa"));

        for (var text : List.of("", "   ", "\n\t \u00a0\u200b", "x".repeat(10_001))) {
            assertThatThrownBy(() -> send(anna, draft.id(), text)).isInstanceOf(BusinessException.class);
        }

        assertThat(draft(anna).id()).isEqualTo(draft.id());
        assertThat(draft(anna).files()).hasSize(1);
        assertThat(texts(caretaker)).isEmpty();
        send(anna, draft.id(), "x".repeat(10_000));
    }

    @Test
    void theOfficeCannotWriteToAnAccountThatIsNotInUse() {
        var draft = draft(caretaker).id();
        world.becomes(anna, AccountState.BLOCKED);

        assertThatThrownBy(() -> send(caretaker, draft, "Dzień dobry"))
                .isInstanceOf(ConflictException.class)
                .extracting("key")
                .isEqualTo("conversation.unreachable");
        assertThat(open(caretaker).writable()).isFalse();
    }

    @Test
    void anEmployeeWithoutPermissionAnswersButDoesNotStart() {
        var silent = world.client(bakery, "Cichy Pracownik", Role.EMPLOYEE, AccountState.ACTIVE, false);
        withAnna = world.conversation(bakery, silent);
        var draft = draft(silent).id();

        assertThat(open(silent).writable()).isFalse();
        assertThatThrownBy(() -> withOffice(silent, bakery)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> send(silent, draft, "Dzień dobry")).isInstanceOf(ForbiddenException.class);

        write(caretaker, "Proszę o umowę");

        assertThat(open(silent).writable()).isTrue();
        send(silent, draft, "Wysyłam");
        assertThat(texts(silent)).containsExactly("Proszę o umowę", "Wysyłam");
    }

    @Test
    void aClientFindsHisOwnConversationWithTheOffice() {
        assertThat(withOffice(anna, bakery)).isEqualTo(withAnna);
        assertThatThrownBy(() ->
                        as(anna, ConversationService.class, service -> service.withOffice(world.company("Obca firma"))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void choosingTheSamePersonAgainContinuesTheRunningConversation() {
        var first = with(caretaker, anna);
        write(caretaker, "Dzień dobry");
        var second = with(caretaker, anna);

        assertThat(first).isEqualTo(withAnna).isEqualTo(second);
        world.becomes(anna, AccountState.NOT_ACTIVATED);
        assertThatThrownBy(() -> with(caretaker, anna)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> with(stranger, anna)).isInstanceOf(NotFoundException.class);
    }

    // ---- drafts

    @Test
    void aDraftIsKeptAndIsOnesOwn() {
        var draft = draft(anna);
        as(anna, DraftService.class, drafts -> drafts.save(draft.id(), "Zacz"));

        assertThat(draft(anna).text()).isEqualTo("Zacz");
        assertThat(draft(anna).id()).isEqualTo(draft.id());
        assertThat(draft(caretaker).id()).isNotEqualTo(draft.id());
        assertThatThrownBy(() -> as(caretaker, DraftService.class, drafts -> drafts.save(draft.id(), "Podmiana")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(jan, DraftService.class, drafts -> drafts.of(withAnna)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void sendingConsumesTheDraft() {
        var draft = draft(anna).id();
        send(anna, draft, "Raz");

        assertThat(draft(anna).id()).isNotEqualTo(draft);
        assertThat(draft(anna).text()).isEmpty();
        assertThatThrownBy(() -> as(anna, DraftService.class, drafts -> drafts.save(draft, "Raz, poprawione")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> attach(anna, draft, Paper.text("umowa.txt", "Umowa")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void whoLosesTheCompanyLosesHisDraft() {
        var draft = draft(caretaker).id();
        world.takenAway(caretaker, bakery);

        assertThatThrownBy(() -> as(caretaker, DraftService.class, drafts -> drafts.save(draft, "Jeszcze")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> send(caretaker, draft, "Jeszcze")).isInstanceOf(NotFoundException.class);
    }

    // ---- files

    @Test
    void filesArriveWithTheirNameSizeAndBytes() {
        var draft = draft(anna).id();
        var umowa = attach(anna, draft, Paper.text("C:\\Moje\\Umowa – źródło.txt", "Zażółć gęślą jaźń"));
        attach(anna, draft, Paper.text("zbędny.txt", "Zbędny"));
        var removed = draft(anna).files().get(1);
        as(anna, DraftService.class, drafts -> {
            drafts.remove(draft, removed.id());
            return null;
        });

        var message = send(anna, draft, "W załączniku").id();

        assertThat(open(caretaker).page().messages().get(0).files()).containsExactly(umowa);
        assertThat(umowa.name()).isEqualTo("Umowa – źródło.txt");
        assertThat(umowa.size()).isEqualTo(26);
        assertThat(content(caretaker, message, umowa.id())).isEqualTo("Zażółć gęślą jaźń");
        assertThat(download(caretaker, message, umowa.id())).isEqualTo(umowa);
        assertThat(beans.events())
                .hasAtLeastOneElementOfType(FileDownloaded.class)
                .last()
                .isEqualTo(new FileDownloaded(message, umowa.id(), bakery, caretaker));
    }

    @Test
    void aForeignFileIsNotFound() {
        var draft = draft(anna).id();
        var file = attach(anna, draft, Paper.text("umowa.txt", "Tajna umowa"));

        for (var person : List.of(caretaker, jan, stranger)) {
            assertThatThrownBy(() -> download(person, draft, file.id())).isInstanceOf(NotFoundException.class);
        }
        assertThat(download(anna, draft, file.id())).isEqualTo(file);
        byte[] piece = as(anna, DownloadService.class, downloads -> downloads.piece(draft, file.id(), 0));
        assertThat(piece).asString(StandardCharsets.UTF_8).isEqualTo("Tajna umowa");

        var message = send(anna, draft, "W załączniku").id();
        write(anna, "Bez załącznika");

        for (var person : List.of(jan, stranger)) {
            assertThatThrownBy(() -> download(person, message, file.id())).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> as(
                        anna,
                        DownloadService.class,
                        downloads -> downloads.open(new MessageId(withAnna, 2), file.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(
                        anna,
                        DownloadService.class,
                        downloads -> downloads.piece(
                                message, new AttachmentId(file.id().value() + 1), 0)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void contentIsStoredOnceHoweverOftenItComes() {
        var first = attach(anna, draft(anna).id(), Paper.text("umowa.txt", "Ta sama umowa"));
        var second = attach(caretaker, draft(caretaker).id(), Paper.text("kopia.txt", "Ta sama umowa"));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(world.sql()
                        .number(
                                "SELECT COUNT(DISTINCT hash) FROM attachment WHERE id IN (?, ?)",
                                first.id().value(),
                                second.id().value()))
                .isEqualTo(1);
    }

    // ---- reading

    @Test
    void readingGoesForwardOnlyAndIsKept() {
        write(anna, "Raz");
        write(anna, "Dwa");
        write(anna, "Trzy");

        markRead(caretaker, 2);
        markRead(caretaker, 1);
        markRead(caretaker, 2);
        assertThat(open(caretaker).unread()).isEqualTo(1);
        assertThat(open(caretaker).firstUnread()).isEqualTo(3);

        markRead(caretaker, 99);
        assertThat(open(caretaker).unread()).isZero();
        assertThat(world.sql()
                        .texts(
                                "SELECT read_up_to FROM reading WHERE conversation_id = ? AND person_id = ?"
                                        + " ORDER BY read_up_to",
                                withAnna,
                                caretaker))
                .containsExactly("2", "3");
        assertThat(beans.events())
                .filteredOn(ConversationRead.class::isInstance)
                .extracting(event -> ((ConversationRead) event).upTo())
                .containsExactly(2L, 3L);
    }

    @Test
    void openingMarksNothing() {
        write(anna, "Raz");

        open(caretaker);

        assertThat(open(caretaker).unread()).isEqualTo(1);
    }

    @Test
    void aColleaguesReadingHidesNothing() {
        var colleague = world.caretaker("Kazimierz Kolega", bakery);
        write(anna, "Raz");
        markRead(colleague, 1);

        assertThat(open(caretaker).unread()).isEqualTo(1);
        assertThat(open(colleague).unread()).isZero();
    }

    @Test
    void readingOnesOwnSideIsNoReading() {
        write(anna, "Raz");
        markRead(anna, 1);

        assertThat(world.sql().number("SELECT COUNT(*) FROM reading WHERE conversation_id = ?", withAnna))
                .isZero();
    }

    @Test
    void markingCompaniesAsReadMovesOnesOwnMarkersWithoutAReading() {
        var colleague = world.caretaker("Kazimierz Kolega", bakery);
        write(anna, "Raz");
        write(anna, "Dwa");

        markCompaniesRead(caretaker, bakery);

        assertThat(open(caretaker).unread()).isZero();
        assertThat(open(colleague).unread()).isEqualTo(2);
        assertThat(world.sql().number("SELECT COUNT(*) FROM reading WHERE conversation_id = ?", withAnna))
                .isZero();
        assertThat(open(anna).page().messages())
                .allSatisfy(row -> assertThat(row.readers()).isEmpty());
        assertThat(beans.events()).last().isEqualTo(new MarkersMoved(caretaker, 1));
    }

    @Test
    void markingAForeignCompanyAsReadMovesNothing() {
        write(anna, "Raz");
        var own = world.company("Własna");
        var both = world.caretaker("Mieszana Opiekunka", own);

        assertThatThrownBy(() -> markCompaniesRead(both, own, bakery)).isInstanceOf(NotFoundException.class);
    }

    // ---- paging

    @Test
    void aLongThreadOpensAtTheFirstUnreadAndPagesBothWays() {
        for (int number = 1; number <= 120; number++) {
            world.says(anna, withAnna, "Wiadomość " + number);
        }
        world.reads(caretaker, withAnna, 60);

        var thread = open(caretaker);
        assertThat(thread.unread()).isEqualTo(60);
        assertThat(thread.firstUnread()).isEqualTo(61);
        assertThat(ends(thread.page())).containsExactly(51L, 110L);
        assertThat(thread.page().older()).isTrue();
        assertThat(thread.page().newer()).isTrue();

        var newer = as(caretaker, ConversationService.class, service -> service.newer(withAnna, 110));
        assertThat(ends(newer)).containsExactly(111L, 120L);
        assertThat(newer.newer()).isFalse();
        var older = as(caretaker, ConversationService.class, service -> service.older(withAnna, 51));
        assertThat(ends(older)).containsExactly(1L, 50L);
        assertThat(older.older()).isFalse();
        var between = as(caretaker, ConversationService.class, service -> service.between(withAnna, -5, 3));
        assertThat(between.messages()).hasSize(3);
    }

    @Test
    void aThreadThatIsReadOpensAtItsEnd() {
        for (int number = 1; number <= 60; number++) {
            world.says(anna, withAnna, "Wiadomość " + number);
        }
        world.reads(caretaker, withAnna);

        var page = open(caretaker).page();

        assertThat(ends(page)).containsExactly(11L, 60L);
        assertThat(page.newer()).isFalse();
    }

    @Test
    void theLastMessageIsTheNewestHoweverManyAreUnread() {
        assertThat(last(anna)).isEmpty();
        for (int number = 1; number <= 120; number++) {
            world.says(caretaker, withAnna, "Wiadomość " + number);
        }
        assertThat(last(anna)).contains("Wiadomość 120");
        write(anna, "Dziękuję");
        assertThat(last(anna)).contains("Dziękuję");

        assertThatThrownBy(() -> last(jan)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aForeignConversationIsNotFoundInAnyWay() {
        write(anna, "Tajne");

        for (var person : List.of(jan, stranger)) {
            assertThatThrownBy(() -> open(person)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> markRead(person, 1)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, ConversationService.class, service -> service.newer(withAnna, 0)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, ConversationService.class, service -> service.older(withAnna, 5)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> as(person, ConversationService.class, service -> service.between(withAnna, 1, 5)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> as(stranger, ConversationService.class, service -> service.latest(bakery, 5)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(stranger, ConversationService.class, service -> service.recipients(bakery)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(stranger, ConversationService.class, service -> service.conversations(bakery, "")))
                .isInstanceOf(NotFoundException.class);
    }
}

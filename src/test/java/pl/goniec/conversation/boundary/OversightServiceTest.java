package pl.goniec.conversation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.CompanyDetails;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.ConversationOverseen;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.api.ThreadDetails;
import pl.goniec.conversation.control.ConversationQueries;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.ForbiddenException;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** What an entrepreneur reads of his employees, while the company lets him. */
class OversightServiceTest extends OnBothEngines {

    private CompanyId bakery;
    private PersonId head;
    private PersonId anna;
    private PersonId jan;
    private ConversationId jans;
    private ConversationId annas;

    @BeforeEach
    void aCompanyWhoseOwnerMayLook() {
        bakery = world.company("Piekarnia");
        head = world.head("Szef");
        anna = world.entrepreneur(bakery, "Anna Kłos");
        jan = world.employee(bakery, "Jan Kłos");
        annas = world.conversation(bakery, anna);
        jans = world.conversation(bakery, jan);
        world.says(jan, jans, "Pytanie Jana");
        world.says(head, jans, "Odpowiedź biura");
        world.says(anna, annas, "Pytanie Anny");
        look(true);
    }

    private void look(boolean on) {
        world.sql().change("UPDATE company SET entrepreneurs_look = ? WHERE id = ?", on, bakery);
    }

    private List<ConversationRow> conversations(PersonId person) {
        return as(person, OversightService.class, oversight -> oversight.conversations(bakery));
    }

    private ThreadDetails thread(PersonId person, ConversationId conversation) {
        return as(person, OversightService.class, oversight -> oversight.thread(conversation));
    }

    private void assertNothing(PersonId person) {
        assertThatThrownBy(() -> conversations(person)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> thread(person, jans)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(person, OversightService.class, oversight -> oversight.older(jans, 2)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theOwnerReadsHisEmployeesConversations() {
        assertThat(conversations(anna)).extracting(ConversationRow::id).containsExactly(jans);
        assertThat(conversations(anna)).extracting(ConversationRow::preview).containsExactly("Odpowiedź biura");

        var thread = thread(anna, jans);
        assertThat(thread.name()).isEqualTo("Jan Kłos");
        assertThat(thread.writable()).isFalse();
        assertThat(thread.unread()).isZero();
        assertThat(thread.page().messages())
                .extracting(message -> message.text())
                .containsExactly("Pytanie Jana", "Odpowiedź biura");
        assertThat(as(anna, OversightService.class, oversight -> oversight.older(jans, 2))
                        .messages())
                .hasSize(1);
        assertThat(beans.events()).containsExactly(new ConversationOverseen(jans, bakery, anna));
    }

    @Test
    void lookingMovesNothingAndCountsNowhere() {
        thread(anna, jans);

        assertThat(world.sql().number("SELECT COUNT(*) FROM read_marker WHERE conversation_id = ?", jans))
                .isZero();
        assertThat(world.sql().number("SELECT COUNT(*) FROM reading WHERE conversation_id = ?", jans))
                .isZero();
        assertThat(as(anna, InboxService.class, InboxService::clientUnread).of(bakery.value()))
                .isZero();
        Set<PersonId> audience = with(
                ConversationQueries.class,
                queries -> queries.audience(beans.get(ConversationRepository.class)
                        .get(jans, office(head))
                        .conversation()));
        assertThat(audience).contains(jan, head).doesNotContain(anna);
    }

    @Test
    void lookingIsAllThatHeMay() {
        assertThatThrownBy(() -> as(anna, ConversationService.class, service -> service.open(jans)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(anna, ConversationService.class, service -> {
                    service.markRead(jans, 1);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(anna, DraftService.class, drafts -> drafts.of(jans)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whenTheSwitchIsOffThereIsNothingAtTheNextRequest() {
        thread(anna, jans);
        look(false);

        assertNothing(anna);
        assertThat(details(jan).entrepreneursLook()).isFalse();
    }

    @Test
    void nobodyElseLooks() {
        var other = world.company("Inna");
        world.sql().change("UPDATE company SET entrepreneurs_look = TRUE WHERE id = ?", other);
        assertNothing(world.entrepreneur(other, "Obca"));
        assertNothing(jan);
        assertNothing(world.employee(bakery, "Ewa"));

        assertThatThrownBy(() -> thread(anna, annas)).isInstanceOf(NotFoundException.class);
        var partner = world.entrepreneur(bakery, "Piotr");
        assertThatThrownBy(() -> thread(partner, annas)).isInstanceOf(NotFoundException.class);
        assertThat(conversations(partner)).hasSize(1);
    }

    @Test
    void whoHasLeftIsNotLookedIntoAndDoesNotLook() {
        world.leaves(jan, bakery);
        assertThat(conversations(anna)).isEmpty();
        assertThatThrownBy(() -> thread(anna, jans)).isInstanceOf(NotFoundException.class);

        world.leaves(anna, bakery);
        assertThatThrownBy(() -> conversations(anna)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void filesOfWhatHeReadsAreHisToDownloadAsLong() {
        long set = world.sql()
                .number(
                        "SELECT b.attachment_set_id FROM message m JOIN body b ON b.id = m.body_id"
                                + " WHERE m.conversation_id = ? AND m.position = 1",
                        jans);
        world.sql().change("INSERT INTO content (hash, size) VALUES (?, 3)", "c" + "0".repeat(63));
        world.sql()
                .change(
                        "INSERT INTO attachment (id, set_id, hash, file_name, media_type, size)"
                                + " VALUES (?, ?, ?, 'a.txt', 'text/plain', 3)",
                        set,
                        set,
                        "c" + "0".repeat(63));
        var message = new MessageId(jans, 1);
        var file = new AttachmentId(set);

        assertThat(as(anna, DownloadService.class, downloads -> downloads.open(message, file))
                        .name())
                .isEqualTo("a.txt");
        look(false);
        assertThatThrownBy(() -> as(anna, DownloadService.class, downloads -> downloads.open(message, file)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theEmployeeIsTold() {
        assertThat(details(jan).entrepreneursLook()).isTrue();
    }

    private CompanyDetails details(PersonId person) {
        return as(person, CompanyService.class, companies -> companies.openAsClient(bakery));
    }

    @Test
    void anEmployeeStartsOnlyWhereTheCompanyLetsEmployeesStart() {
        var quiet = world.client(bakery, "Cicha", Role.EMPLOYEE, AccountState.ACTIVE, false);
        assertThat(details(jan).mayStart()).isTrue();
        assertThat(details(quiet).mayStart()).isFalse();

        world.sql().change("UPDATE company SET employees_start = FALSE WHERE id = ?", bakery);
        assertThat(details(jan).mayStart()).isFalse();
        assertThat(details(anna).mayStart()).isTrue();
        var fresh = world.employee(bakery, "Nowy");
        assertThatThrownBy(() -> as(fresh, ConversationService.class, service -> service.withOffice(bakery)))
                .isInstanceOf(ForbiddenException.class);
        ConversationId running = as(jan, ConversationService.class, service -> service.withOffice(bakery));
        assertThat(running).isEqualTo(jans);
    }
}

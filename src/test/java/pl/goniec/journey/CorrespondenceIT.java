package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.conversation.api.RecipientRow;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/** The client asks, the office reads and answers. */
class CorrespondenceIT extends Journey {

    @Inject
    CompanyService companies;

    @Inject
    InboxService inbox;

    private CompanyId bakery;
    private PersonId head;
    private PersonId caretaker;
    private PersonId anna;
    private PersonId jan;
    private ConversationId withAnna;
    private ConversationId withJan;

    @BeforeEach
    void aBakery() {
        bakery = world.company("Piekarnia Podróżna");
        head = world.head("Hanna Szefowa");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        anna = world.entrepreneur(bakery, "Anna Podróżna");
        jan = world.employee(bakery, "Jan Podróżny");
        withAnna = world.conversation(bakery, anna);
        withJan = world.conversation(bakery, jan);
    }

    @Test
    @DisplayName("S1 head and caretaker act on the office's side, and nobody else does")
    void officeSide() throws Exception {
        for (var person : List.of(head, caretaker)) {
            assertThat(as(person, () -> companies.open(bakery).people())).hasSize(2);
            assertThat(as(person, () -> conversations.recipients(bakery)))
                    .extracting(RecipientRow::id)
                    .containsExactly(anna, jan);
            assertThat(as(person, () -> inbox.matching(new CompanyFilter(false, "", false, false, false))))
                    .contains(bakery);
            assertThat(as(person, () -> conversations.open(withAnna).role())).isEqualTo(Role.ENTREPRENEUR);
        }
        for (var person : List.of(anna, jan)) {
            assertThatThrownBy(() -> as(person, () -> companies.open(bakery))).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> as(person, () -> conversations.recipients(bakery)))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> as(person, () -> inbox.officeUnread())).isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    @DisplayName("S2 entrepreneur and employee act on the client's side, and nobody else does")
    void clientSide() throws Exception {
        assertThat(as(anna, () -> conversations.withOffice(bakery))).isEqualTo(withAnna);
        assertThat(as(jan, () -> conversations.withOffice(bakery))).isEqualTo(withJan);
        assertThat(as(anna, () -> inbox.myCompanies()))
                .singleElement()
                .satisfies(row -> assertThat(row.role()).isEqualTo(Role.ENTREPRENEUR));
        assertThat(as(jan, () -> inbox.myCompanies()))
                .singleElement()
                .satisfies(row -> assertThat(row.role()).isEqualTo(Role.EMPLOYEE));
        for (var person : List.of(head, caretaker)) {
            assertThatThrownBy(() -> as(person, () -> conversations.withOffice(bakery)))
                    .isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> as(person, () -> inbox.myCompanies())).isInstanceOf(EJBAccessException.class);
        }
    }

    @Test
    @DisplayName("S3 every conversation belongs to exactly one company")
    void oneCompanyEach() throws Exception {
        var garage = world.company("Warsztat Podróżny");
        var mechanic = world.caretaker("Marek Mechanik", garage);
        world.joins(anna, garage, Role.ENTREPRENEUR, true);
        var inGarage = as(anna, () -> conversations.withOffice(garage));
        var inBakery = as(anna, () -> conversations.withOffice(bakery));
        assertThat(inGarage).isNotEqualTo(inBakery);

        write(anna, inBakery, "O piekarni");
        write(anna, inGarage, "O warsztacie");

        assertThat(texts(caretaker, inBakery)).containsExactly("O piekarni");
        assertThat(texts(mechanic, inGarage)).containsExactly("O warsztacie");
        assertThatThrownBy(() -> texts(caretaker, inGarage)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> texts(mechanic, inBakery)).isInstanceOf(NotFoundException.class);
        assertThat(as(caretaker, () -> inbox.officeUnread().total())).isEqualTo(1);
        assertThat(as(mechanic, () -> inbox.officeUnread().total())).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM conversation WHERE company_id IS NULL"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM conversation WHERE person_id = ?", anna))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("S11 a question and its answer reach both sides though neither has a mailbox")
    void noMailbox() throws Exception {
        assertThat(world.email(anna)).as("no mail server is ever found for it").endsWith(".example");
        assertThat(world.email(caretaker)).endsWith(".example");

        write(anna, withAnna, "Kiedy płacimy ZUS?");
        assertThat(as(caretaker, () -> inbox.officeUnread().of(bakery.value()))).isEqualTo(1);
        write(caretaker, withAnna, "Do dwudziestego");
        assertThat(as(anna, () -> inbox.clientUnread().of(bakery.value()))).isEqualTo(1);

        assertThat(texts(anna, withAnna)).containsExactly("Kiedy płacimy ZUS?", "Do dwudziestego");
        assertThat(texts(caretaker, withAnna)).containsExactly("Kiedy płacimy ZUS?", "Do dwudziestego");
    }

    @Test
    void theClientAsksTheOfficeReadsAndAnswers() throws Exception {
        write(anna, withAnna, "Kiedy płacimy ZUS?");

        var question = thread(caretaker, withAnna).get(0);
        assertThat(question.own()).isFalse();
        assertThat(question.authorName()).isEqualTo("Anna Podróżna");
        as(caretaker, () -> {
            conversations.markRead(withAnna, question.id().position());
            return null;
        });
        write(caretaker, withAnna, "Do dwudziestego");

        var rows = thread(anna, withAnna);
        assertThat(rows).extracting(MessageRow::own).containsExactly(true, false);
        assertThat(rows.get(0).readers())
                .singleElement()
                .satisfies(reader -> assertThat(reader.name()).isEqualTo("Olga Opiekun"));
        assertThat(as(caretaker, () -> inbox.officeUnread().total())).isZero();
        assertThat(as(anna, () -> inbox.clientUnread().total())).isEqualTo(1);
    }

    @Test
    void sendingTheSameDraftTwiceGivesOneMessageAndTheSameAnswer() throws Exception {
        var draft = as(anna, () -> drafts.of(withAnna).id());
        var command = new SendMessage(withAnna, draft, "Kiedy ZUS?");

        var first = as(anna, () -> messages.send(command));
        var again = as(anna, () -> messages.send(command));

        assertThat(again).isEqualTo(first);
        assertThat(texts(caretaker, withAnna)).containsExactly("Kiedy ZUS?");
        assertThatThrownBy(() -> as(anna, () -> messages.send(new SendMessage(withAnna, draft, "Kiedy VAT?"))))
                .isInstanceOf(ConflictException.class)
                .extracting("key")
                .isEqualTo("message.alreadySent");
    }

    @Test
    void sendingTheSameDraftEightTimesAtOnceGivesOneMessageAndTheSameAnswer() throws Exception {
        for (int round = 1; round <= 5; round++) {
            var draft = as(anna, () -> drafts.of(withAnna).id());
            var command = new SendMessage(withAnna, draft, "Naraz " + round);

            var answers = atOnce(8, anna, () -> messages.send(command));

            assertThat(answers).hasSize(8).containsOnly(answers.get(0));
        }
        assertThat(texts(caretaker, withAnna)).containsExactly("Naraz 1", "Naraz 2", "Naraz 3", "Naraz 4", "Naraz 5");
    }

    @Test
    void manyWritersAtOnceGetPositionsWithoutGapOrConflict() throws Exception {
        var colleague = world.caretaker("Kazimierz Kolega", bakery);
        var writers = List.of(anna, caretaker, head, colleague);
        for (var writer : writers) {
            as(writer, () -> null);
        }
        var running = writers.stream()
                .map(writer -> begin(() -> {
                    for (int number = 1; number <= 10; number++) {
                        write(writer, withAnna, "nr " + number);
                    }
                    return null;
                }))
                .toList();
        for (var one : running) {
            one.get();
        }

        assertThat(thread(anna, withAnna))
                .extracting(row -> row.id().position())
                .hasSize(40)
                .isSorted();
        assertThat(number("SELECT office_count FROM conversation WHERE id = ?", withAnna))
                .isEqualTo(30);
        assertThat(number("SELECT client_count FROM conversation WHERE id = ?", withAnna))
                .isEqualTo(10);
        assertThat(number("SELECT MAX(position) FROM message WHERE conversation_id = ?", withAnna))
                .isEqualTo(40);
    }

    @Test
    void openingADraftEightTimesAtOnceGivesOneDraft() throws Exception {
        var ids = atOnce(8, jan, () -> drafts.of(withJan).id());

        assertThat(ids).containsOnly(ids.get(0));
    }

    @Test
    void aRefusedTextLeavesTheDraftAsItWas() throws Exception {
        var draft = as(anna, () -> drafts.of(withAnna).id());
        as(anna, () -> drafts.save(draft, "Zaczęte"));

        for (var text : List.of(" ", "\n", "x".repeat(10_001))) {
            assertThatThrownBy(() -> as(anna, () -> messages.send(new SendMessage(withAnna, draft, text))))
                    .isInstanceOf(BusinessException.class);
        }

        assertThat(as(anna, () -> drafts.of(withAnna).text())).isEqualTo("Zaczęte");
        assertThat(as(anna, () -> drafts.of(withAnna).id())).isEqualTo(draft);
        assertThat(texts(caretaker, withAnna)).isEmpty();
    }

    @Test
    void aNewCaretakerSeesTheWholeHistoryAndTheOldOneNothing() throws Exception {
        write(anna, withAnna, "Kiedy ZUS?");
        write(caretaker, withAnna, "Do dwudziestego");
        var successor = world.caretaker("Nowa Opiekunka", bakery);
        world.takenAway(caretaker, bakery);

        assertThat(texts(successor, withAnna)).containsExactly("Kiedy ZUS?", "Do dwudziestego");
        assertThatThrownBy(() -> texts(caretaker, withAnna)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> write(caretaker, withAnna, "Jeszcze")).isInstanceOf(NotFoundException.class);
        assertThat(as(caretaker, () -> inbox.matching(new CompanyFilter(false, "", false, false, false))))
                .doesNotContain(bakery);
    }
}

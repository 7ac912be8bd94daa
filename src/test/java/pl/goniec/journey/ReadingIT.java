package pl.goniec.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.conversation.api.MessageRow;
import pl.goniec.inbox.api.CompanyFilter;
import pl.goniec.inbox.api.CompanyOrder;
import pl.goniec.inbox.boundary.InboxService;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.PersonId;

/** Reading: forward only, one's own, the same number at every level. */
class ReadingIT extends Journey {

    @Inject
    InboxService inbox;

    private CompanyId bakery;
    private PersonId caretaker;
    private PersonId colleague;
    private PersonId anna;
    private ConversationId withAnna;

    @BeforeEach
    void threeQuestions() throws Exception {
        bakery = world.company("Piekarnia Czytana");
        caretaker = world.caretaker("Olga Opiekun", bakery);
        colleague = world.caretaker("Kazimierz Kolega", bakery);
        anna = world.entrepreneur(bakery, "Anna Pytająca");
        withAnna = world.conversation(bakery, anna);
        for (int number = 1; number <= 3; number++) {
            write(anna, withAnna, "Pytanie " + number);
        }
    }

    private void markRead(PersonId person, long position) throws Exception {
        as(person, () -> {
            conversations.markRead(withAnna, position);
            return null;
        });
    }

    private void markCompaniesRead(PersonId person, CompanyId... companies) throws Exception {
        as(person, () -> {
            conversations.markCompaniesRead(Set.of(companies));
            return null;
        });
    }

    /** The sum of the badge, the row of the list, the row of the conversations and the opened conversation: all one number. */
    private long unread(PersonId person) throws Exception {
        return as(person, () -> {
            var filter = new CompanyFilter(false, "", false, false, false);
            long badge = inbox.officeUnread().total();
            assertThat(inbox.officeUnread().of(bakery.value())).isEqualTo(badge);
            var list = inbox.companies(filter, CompanyOrder.ACTIVITY, 0, 10);
            assertThat(list.unread().messages()).isEqualTo(badge);
            assertThat(list.page().rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.unread()).isEqualTo(badge));
            assertThat(conversations.conversations(bakery, ""))
                    .singleElement()
                    .satisfies(row -> assertThat(row.unread()).isEqualTo(badge));
            assertThat(conversations.open(withAnna).unread()).isEqualTo(badge);
            return badge;
        });
    }

    private long readings(PersonId person) {
        return number("SELECT COUNT(*) FROM reading WHERE conversation_id = ? AND person_id = ?", withAnna, person);
    }

    @Test
    void readingGoesForwardOnly() throws Exception {
        assertThat(unread(caretaker)).isEqualTo(3);

        markRead(caretaker, 2);
        assertThat(unread(caretaker)).isEqualTo(1);
        markRead(caretaker, 1);
        assertThat(unread(caretaker)).isEqualTo(1);
        markRead(caretaker, 3);
        assertThat(unread(caretaker)).isZero();

        assertThat(readings(caretaker)).isEqualTo(2);
    }

    @Test
    void eightTabsThatReadAtOnceMakeOneReading() throws Exception {
        atOnce(8, caretaker, () -> {
            conversations.markRead(withAnna, 3);
            return true;
        });

        assertThat(unread(caretaker)).isZero();
        assertThat(readings(caretaker)).isEqualTo(1);
    }

    @Test
    void aColleaguesReadingHidesNothingFromMe() throws Exception {
        markRead(colleague, 3);

        assertThat(unread(colleague)).isZero();
        assertThat(unread(caretaker)).isEqualTo(3);
    }

    @Test
    void theFirstReadingIsTheOneThatIsShown() throws Exception {
        markRead(caretaker, 2);
        var first = thread(anna, withAnna).get(0).readers();
        markRead(caretaker, 3);

        var rows = thread(anna, withAnna);
        assertThat(rows.get(0).readers()).isEqualTo(first);
        assertThat(rows.get(2).readers().get(0).readAt())
                .isAfterOrEqualTo(first.get(0).readAt());
    }

    @Test
    void markingCompaniesAsReadIsNoReading() throws Exception {
        markCompaniesRead(caretaker, bakery);

        assertThat(unread(caretaker)).isZero();
        assertThat(unread(colleague)).isEqualTo(3);
        assertThat(readings(caretaker)).isZero();
        assertThat(thread(anna, withAnna)).extracting(MessageRow::readers).allMatch(readers -> readers.isEmpty());
    }

    @Test
    void markingAForeignCompanyTooMovesNothing() throws Exception {
        var foreign = world.company("Obca firma");

        assertThatThrownBy(() -> markCompaniesRead(caretaker, bakery, foreign)).isInstanceOf(NotFoundException.class);

        assertThat(unread(caretaker)).isEqualTo(3);
    }
}

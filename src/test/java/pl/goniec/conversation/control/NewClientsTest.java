package pl.goniec.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.company.api.MemberAdded;
import pl.goniec.conversation.api.ConversationRow;
import pl.goniec.conversation.boundary.ConversationService;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.AccountState;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.PersonId;

/** The conversation of somebody who becomes a client, leaves and comes back. */
class NewClientsTest extends OnBothEngines {

    private CompanyId bakery;
    private PersonId caretaker;

    @BeforeEach
    void aCompany() {
        bakery = world.company("Piekarnia Złoty Kłos");
        caretaker = world.caretaker("Olga Opiekun", bakery);
    }

    private void added(PersonId person) {
        with(NewClients.class, clients -> {
            clients.added(new MemberAdded(bakery, person));
            return null;
        });
    }

    private long conversations(PersonId person) {
        return world.sql()
                .number("SELECT COUNT(*) FROM conversation WHERE company_id = ? AND person_id = ?", bakery, person);
    }

    @Test
    void aConversationBeginsOnceAndWithNothing() {
        var jan = world.person("Jan Kłos", null, AccountState.ACTIVE);

        added(jan);
        added(jan);

        assertThat(conversations(jan)).isEqualTo(1);
        assertThat(world.sql()
                        .number(
                                "SELECT office_count + client_count FROM conversation WHERE company_id = ? AND person_id = ?",
                                bakery,
                                jan))
                .isZero();
    }

    @Test
    void whoComesBackFindsTheOldOneAndNothingOfItIsUnreadAnew() {
        var jan = world.employee(bakery, "Jan Kłos");
        var conversation = world.conversation(bakery, jan);
        world.says(jan, conversation, "Dzień dobry");
        world.reads(caretaker, conversation);
        world.leaves(jan, bakery);
        assertThat(unread()).isZero();

        world.sql().change("UPDATE membership SET left_at = NULL WHERE person_id = ? AND company_id = ?", jan, bakery);
        added(jan);

        assertThat(conversations(jan)).isEqualTo(1);
        assertThat(unread()).isZero();
    }

    private long unread() {
        return as(caretaker, ConversationService.class, service -> service.conversations(bakery, "")).stream()
                .mapToLong(ConversationRow::unread)
                .sum();
    }
}

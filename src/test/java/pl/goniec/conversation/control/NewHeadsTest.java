package pl.goniec.conversation.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.identity.api.HeadAppointed;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.boundary.Accounts;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** Who becomes head finds unread only what nobody of the office has read. */
class NewHeadsTest extends OnBothEngines {

    private long marker(PersonId person, ConversationId conversation) {
        return world.sql()
                .number(
                        "SELECT COALESCE(MAX(read_up_to), 0) FROM read_marker"
                                + " WHERE person_id = ? AND conversation_id = ? AND side = 'OFFICE'",
                        person,
                        conversation);
    }

    private void becomesHead(PersonId person) {
        with(Accounts.class, accounts -> {
            accounts.appoint(person, OfficePosition.HEAD);
            return null;
        });
        assertThat(beans.events()).contains(new HeadAppointed(person));
        with(NewHeads.class, heads -> {
            heads.appointed(new HeadAppointed(person));
            return null;
        });
    }

    @Test
    void onlyWhatNobodyHasReadIsUnread() {
        var bakery = world.company("Piekarnia");
        var anna = world.entrepreneur(bakery, "Anna");
        var jan = world.employee(bakery, "Jan");
        var maria = world.caretaker("Maria", bakery);
        var newHead = world.staff("Nowy");
        var withAnna = world.conversation(bakery, anna);
        var withJan = world.conversation(bakery, jan);
        world.says(anna, withAnna, "jeden");
        world.says(anna, withAnna, "dwa");
        world.reads(maria, withAnna);
        world.says(anna, withAnna, "trzy");
        world.says(jan, withJan, "jeden");
        long readings = world.sql().number("SELECT COUNT(*) FROM reading");

        becomesHead(newHead);

        assertThat(marker(newHead, withAnna)).isEqualTo(2);
        assertThat(marker(newHead, withJan)).isZero();
        assertThat(world.sql().number("SELECT COUNT(*) FROM reading")).isEqualTo(readings);
    }

    @Test
    void hisOwnMarkersNeverGoBack() {
        var bakery = world.company("Piekarnia");
        var shop = world.company("Sklep");
        var anna = world.entrepreneur(bakery, "Anna");
        var ewa = world.entrepreneur(shop, "Ewa");
        var maria = world.caretaker("Maria", bakery, shop);
        var newHead = world.caretaker("Nowy", bakery, shop);
        var ahead = world.conversation(bakery, anna);
        var behind = world.conversation(shop, ewa);
        world.says(anna, ahead, "jeden");
        world.says(ewa, behind, "jeden");
        world.reads(newHead, behind);
        world.reads(maria, ahead);
        world.says(anna, ahead, "dwa");
        world.reads(newHead, ahead);
        world.says(ewa, behind, "dwa");
        world.reads(maria, behind);

        becomesHead(newHead);

        assertThat(marker(newHead, ahead)).isEqualTo(2);
        assertThat(marker(newHead, behind)).isEqualTo(2);
    }

    /** Moving one's markers shows nobody that anything was read, and it is not read. */
    @Test
    void whatWasOnlyMarkedIsUnread() {
        var bakery = world.company("Piekarnia");
        var anna = world.entrepreneur(bakery, "Anna");
        var maria = world.caretaker("Maria", bakery);
        var newHead = world.staff("Nowy");
        var conversation = world.conversation(bakery, anna);
        world.says(anna, conversation, "jeden");
        world.sql()
                .change(
                        "INSERT INTO read_marker (conversation_id, person_id, side, read_up_to) VALUES (?, ?, 'OFFICE', 1)",
                        conversation,
                        maria);

        becomesHead(newHead);

        assertThat(marker(newHead, conversation)).isZero();
    }
}

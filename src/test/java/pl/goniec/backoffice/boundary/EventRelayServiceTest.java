package pl.goniec.backoffice.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.goniec.backoffice.api.ReceivedRequest;
import pl.goniec.backoffice.control.EventOutlet;
import pl.goniec.backoffice.control.EventToTell;
import pl.goniec.backoffice.control.EventWriter;
import pl.goniec.backoffice.entity.EventKind;
import pl.goniec.broadcast.api.BroadcastAccepted;
import pl.goniec.conversation.api.ConversationRead;
import pl.goniec.conversation.api.MessageSent;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.PublishedSchema;
import pl.goniec.platform.security.RequestOrigin;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;

/** What happens is told once it is committed, in the order of its company, without a gap and without anybody's text. */
class EventRelayServiceTest extends OnBothEngines {

    private static final String BAKERY = "9000000011";

    private final List<EventToTell> topic = new ArrayList<>();
    private boolean broken;

    private CompanyId bakery;
    private CompanyId garage;
    private PersonId head;
    private PersonId anna;
    private ConversationId withAnna;
    private ConversationId withPiotr;

    @BeforeEach
    void twoCompaniesAndATopic() {
        bakery = world.company("Piekarnia Złoty Kłos", BAKERY);
        garage = world.company("Warsztat Turbo");
        head = world.head("Szef");
        anna = world.entrepreneur(bakery, "Anna Kłos");
        withAnna = world.conversation(bakery, anna);
        withPiotr = world.conversation(garage, world.entrepreneur(garage, "Piotr Turbo"));
        beans.with(EventOutlet.class, events -> {
            if (broken) {
                throw new IllegalStateException("no broker");
            }
            topic.addAll(events);
        });
        relay();
        topic.clear();
    }

    private void relay() {
        with(EventRelayService.class, EventRelayService::relay);
    }

    private void sent(CompanyId company, ConversationId conversation, long position) {
        with(EventWriter.class, writer -> {
            writer.sent(new MessageSent(new MessageId(conversation, position), company, head, Set.of(head)));
            return null;
        });
    }

    private void read(PersonId reader, long upTo) {
        world.reads(reader, withAnna, upTo);
        with(EventWriter.class, writer -> {
            writer.read(new ConversationRead(withAnna, bakery, reader, upTo, Set.of()));
            return null;
        });
    }

    private void accepted(BroadcastId broadcast) {
        with(EventWriter.class, writer -> {
            writer.accepted(new BroadcastAccepted(broadcast, head, 1, 1));
            return null;
        });
    }

    private List<String> told() {
        return topic.stream().map(event -> event.type() + " " + event.number()).toList();
    }

    @Test
    void eachCompanyHasNumbersOfItsOwnWithoutAGap() {
        sent(bakery, withAnna, 1);
        sent(garage, withPiotr, 1);
        sent(bakery, withAnna, 2);
        relay();
        sent(bakery, withAnna, 3);
        relay();

        assertThat(topic.stream().filter(event -> BAKERY.equals(event.nip())).map(EventToTell::number))
                .containsExactly(1L, 2L, 3L);
        assertThat(topic).hasSize(4);
    }

    @Test
    void whatTheBrokerDoesNotTakeIsToldLaterUnderItsNumber() {
        sent(bakery, withAnna, 1);
        broken = true;
        assertThatThrownBy(this::relay).isInstanceOf(IllegalStateException.class);
        broken = false;
        sent(bakery, withAnna, 2);
        relay();
        relay();

        assertThat(told()).containsExactly("MessageSent 1", "MessageSent 2");
    }

    @Test
    void aRecipientWhoReadsANoticeConfirmsItOnce() {
        var notice = world.notice(head, "Godziny", "Zmiana", List.of(withAnna));
        world.says(head, withAnna, "Dzień dobry");
        read(anna, 1);
        read(anna, 2);
        relay();

        assertThat(told()).containsExactly("MessageRead 1", "ReceiptConfirmed 2", "MessageRead 3");
        assertThat(topic.get(1).json()).contains("\"broadcast\":" + notice.value());
    }

    @Test
    void whatTheOfficeReadsConfirmsNothing() {
        world.notice(head, "Godziny", "Zmiana", List.of(withAnna));
        world.says(anna, withAnna, "Dziękuję");
        read(head, 1);
        relay();

        assertThat(told()).containsExactly("MessageRead 1");
    }

    @Test
    void aNoticeIsFinishedWhenNoPartOfItIsOnItsWay() {
        var notice = world.notice(head, "Godziny", "Zmiana", List.of(withAnna));
        world.sql().change("UPDATE broadcast_chunk SET state = 'PENDING' WHERE broadcast_id = ?", notice);
        accepted(notice);
        relay();
        assertThat(topic).extracting(EventToTell::type).containsExactly("BroadcastAccepted");
        world.sql().change("UPDATE broadcast_chunk SET state = 'DONE' WHERE broadcast_id = ?", notice);
        relay();
        relay();

        assertThat(topic).extracting(EventToTell::type).containsExactly("BroadcastAccepted", "BroadcastFinished");
        assertThat(topic).extracting(EventToTell::stream).containsOnly("office");
    }

    @Test
    void ofAFinishedNoticeItIsToldHowManyDoNotGetIt() {
        var notice = world.notice(head, "Godziny", "Zmiana", List.of(withAnna, withPiotr));
        world.sql()
                .change(
                        "UPDATE receipt SET state = 'CANCELLED' WHERE broadcast_id = ? AND person_id <> ?",
                        notice,
                        anna);
        accepted(notice);
        relay();

        assertThat(topic).extracting(EventToTell::type).containsExactly("BroadcastAccepted", "BroadcastFinished");
        assertThat(topic.get(0).json()).doesNotContain("cancelled");
        assertThat(topic.get(1).json()).contains("\"cancelled\":1");
    }

    @Test
    void aStreamIsToldAgainFromANumberOn() {
        for (int position = 1; position <= 3; position++) {
            sent(bakery, withAnna, position);
        }
        sent(garage, withPiotr, 1);
        relay();
        topic.clear();
        var reply = with(
                RequestService.class,
                service -> service.answer(
                        new ReceivedRequest(
                                "kadry",
                                "ReplayEvents",
                                "{\"version\":1,\"requestId\":\"r\",\"company\":{\"nip\":\"" + BAKERY
                                        + "\"},\"from\":2}"),
                        RequestOrigin.ofProgram("kadry")));
        relay();

        assertThat(reply.json()).contains("\"events\":2");
        assertThat(told()).containsExactly("MessageSent 2", "MessageSent 3");
    }

    @Test
    void anEventIsAsItsSchemaSaysAndHoldsNobodysText() {
        world.says(head, withAnna, "Poufne");
        sent(bakery, withAnna, 1);
        accepted(world.notice(head, "Tytuł", "Treść", List.of(withAnna)));
        read(anna, 2);
        relay();

        assertThat(topic)
                .extracting(EventToTell::type)
                .containsOnly(
                        Arrays.stream(EventKind.values()).map(EventKind::type).toArray(String[]::new));
        assertThat(topic).allSatisfy(event -> {
            assertThat(PublishedSchema.faults("Event", event.json())).isEmpty();
            assertThat(event.json()).doesNotContain("Poufne", "Tytuł", "Treść", "Piekarnia");
        });
        assertThat(topic.stream().filter(event -> event.type().equals("MessageSent")))
                .singleElement()
                .satisfies(event -> assertThat(event.json())
                        .contains("\"nip\":\"" + BAKERY + "\"", "\"person\":\"" + world.email(head) + "\""));
    }
}

package pl.goniec.conversation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

class ConversationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:30:00Z");
    private static final PersonId SOMEBODY = new PersonId(1);

    private static Message post(Conversation conversation, Role role) {
        return conversation.post(SOMEBODY, role, new Body(null, "x", 1, 10), new DraftId(5), NOW);
    }

    @Test
    void eachSideCountsItsOwnAndPositionsRunOn() {
        var conversation = new Conversation();

        assertThat(post(conversation, Role.ENTREPRENEUR).id().position()).isEqualTo(1);
        assertThat(post(conversation, Role.CARETAKER).id().position()).isEqualTo(2);
        assertThat(post(conversation, Role.OFFICE_HEAD).id().position()).isEqualTo(3);
        assertThat(post(conversation, Role.EMPLOYEE).id().position()).isEqualTo(4);

        assertThat(conversation.count(Side.OFFICE)).isEqualTo(2);
        assertThat(conversation.count(Side.CLIENT)).isEqualTo(2);
        assertThat(conversation.length()).isEqualTo(4);
    }

    @Test
    void theAcknowledgementTellsWhereAndWhen() {
        var sent = post(new Conversation(), Role.ENTREPRENEUR).sent();

        assertThat(sent.id().position()).isEqualTo(1);
        assertThat(sent.sentAt()).isEqualTo(NOW);
    }

    @Test
    void aMessageIsItsAuthorsInItsConversation() {
        var message = post(new Conversation(), Role.ENTREPRENEUR);

        assertThat(message.isBy(SOMEBODY, new ConversationId(0))).isTrue();
        assertThat(message.isBy(new PersonId(2), new ConversationId(0))).isFalse();
        assertThat(message.isBy(SOMEBODY, new ConversationId(9))).isFalse();
    }

    @Test
    void aMarkerOnlyMovesForward() {
        var marker = new ReadMarker(new ConversationId(1), SOMEBODY, Side.OFFICE);

        assertThat(marker.advance(3)).isTrue();
        assertThat(marker.advance(3)).isFalse();
        assertThat(marker.advance(1)).isFalse();
        assertThat(marker.readUpTo()).isEqualTo(3);
        assertThat(marker.advance(4)).isTrue();
    }

    @Test
    void aMarkerStandsAtTheHighestNumberEverRead() {
        var numbers = new Random(20261123).longs(1000, -5, 5000).toArray();
        var marker = new ReadMarker(new ConversationId(1), SOMEBODY, Side.OFFICE);
        long highest = 0;
        for (long number : numbers) {
            marker.advance(number);
            highest = Math.max(highest, number);
        }

        assertThat(marker.readUpTo()).isEqualTo(highest);
    }
}

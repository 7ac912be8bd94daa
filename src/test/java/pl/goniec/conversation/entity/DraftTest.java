package pl.goniec.conversation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

class DraftTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:30:00Z");

    private final Draft draft = new Draft(new PersonId(1), new ConversationId(2), 3, NOW);

    @Test
    void beginsEmpty() {
        assertThat(draft.details(List.of()).text()).isEmpty();
        assertThat(draft.details(List.of()).savedAt()).isEqualTo(NOW);
    }

    @Test
    void keepsWhatCouldNotBeSent() {
        draft.write("  ", NOW.plusSeconds(1));
        assertThat(draft.details(List.of()).text()).isEqualTo("  ");

        draft.write("x".repeat(Draft.CAPACITY), NOW.plusSeconds(2));
        assertThat(draft.details(List.of()).text()).hasSize(100_000);
        assertThat(draft.details(List.of()).savedAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void refusesWhatCannotBeKeptAndStaysAsItWas() {
        draft.write("Zacz", NOW);

        assertThatThrownBy(() -> draft.write("x".repeat(Draft.CAPACITY + 1), NOW.plusSeconds(5)))
                .isInstanceOf(BusinessException.class)
                .extracting("key")
                .isEqualTo("message.tooLong");
        assertThat(draft.details(List.of()).text()).isEqualTo("Zacz");
        assertThat(draft.details(List.of()).savedAt()).isEqualTo(NOW);
    }
}

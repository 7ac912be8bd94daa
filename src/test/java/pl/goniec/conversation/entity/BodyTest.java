package pl.goniec.conversation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.goniec.shared.BusinessException;

class BodyTest {

    private static final int MAX = 20;

    private static Body body(String title, String text) {
        return new Body(title, text, 1, MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n", "\t", "\u00a0", "\u200b\u200b", "\u3000 \u2028"})
    void whatLooksBlankIsBlank(String text) {
        assertThatThrownBy(() -> body(null, text))
                .isInstanceOf(BusinessException.class)
                .extracting("key")
                .isEqualTo("message.blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "ż", "👍", " x ", "‑"})
    void oneVisibleCharacterIsAText(String text) {
        assertThat(body(null, text).content()).isEqualTo(text.stripTrailing());
    }

    @Test
    void theLimitCountsWhatIsKept() {
        assertThat(body(null, "x".repeat(MAX) + "\r\n  ").content()).hasSize(MAX);
        assertThat(body(null, "x\r\n".repeat(10)).content()).hasSize(19);
        assertThatThrownBy(() -> body(null, "x".repeat(MAX + 1)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("message.tooLong");
                    assertThat(refusal.arguments()).containsExactly("20");
                });
    }

    @Test
    void leadingSpaceAndLineBreaksInsideStay() {
        assertThat(body(null, "  a\r\n\r\n  b\n\n").content()).isEqualTo("  a\n\n  b");
    }

    @Test
    void aTitleIsStrippedAndMayBeMissing() {
        assertThat(body(" Godziny ", "x").title()).isEqualTo("Godziny");
        assertThat(body("  ", "x").title()).isNull();
        assertThat(body(null, "x").title()).isNull();
        assertThat(body("t".repeat(100), "x").title()).hasSize(100);
        assertThatThrownBy(() -> body("t".repeat(101), "x"))
                .isInstanceOf(BusinessException.class)
                .extracting("key")
                .isEqualTo("broadcast.titleTooLong");
    }

    @Test
    void theSameContentIsRecognizedWhateverTheLineEnds() {
        var body = body("Godziny", "a\nb");

        assertThat(body.says("a\r\nb\r\n")).isTrue();
        assertThat(body.says("a b")).isFalse();
        assertThat(body.says(" Godziny", "a\nb ")).isTrue();
        assertThat(body.says("", "a\nb")).isFalse();
        assertThat(body(null, "a").says(" ", "a")).isTrue();
    }
}

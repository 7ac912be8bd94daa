package pl.goniec.mail.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.goniec.mail.api.LetterProblem.Reason;
import pl.goniec.shared.PersonId;

class LetterTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.7Z");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\r\nBcc: ktos@inny.example", "\u0000", "\u2028", "\u0085"})
    void whatBecomesALineOfTheHeadIsOneLine(String hostile) {
        assertThatThrownBy(() -> letter("anna@firma.example" + hostile, "Temat"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("anna@firma.example", "Temat" + hostile))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProblemIsReadAsItWasStored() {
        var problem = new LetterProblem(Reason.BOUNCED, NOON, "550 5.1.1 Nie ma\r\n takiego adresu");

        assertThat(problem.stored()).isEqualTo("BOUNCED 2026-11-23T12:00:00Z 550 5.1.1 Nie ma takiego adresu");
        assertThat(LetterProblem.of(problem.stored())).isEqualTo(problem);
        assertThat(LetterProblem.of(null)).isNull();
        assertThat(new LetterProblem(Reason.EXPIRED, NOON, null).words()).isEmpty();
        assertThat(new LetterProblem(Reason.POSTPONED, NOON, "x".repeat(5000)).stored())
                .hasSizeLessThan(500);
    }

    @Test
    void theSameProblemLastsSinceItsFirstTime() {
        var first = new LetterProblem(Reason.UNREACHABLE, NOON, "refused");
        var later = new LetterProblem(Reason.UNREACHABLE, NOON.plusSeconds(60), "timed out");

        assertThat(later.after(first)).isEqualTo(new LetterProblem(Reason.UNREACHABLE, NOON, "timed out"));
        assertThat(later.after(null)).isEqualTo(later);
        assertThat(later.after(new LetterProblem(Reason.POSTPONED, NOON, ""))).isEqualTo(later);
    }

    private static Letter letter(String address, String subject) {
        return new Letter(LetterKind.MESSAGES, new PersonId(1), address, subject, "Treść");
    }
}

package pl.goniec.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.goniec.identity.api.Language;
import pl.goniec.identity.api.LinkPurpose;
import pl.goniec.identity.api.PersonData;
import pl.goniec.shared.ConflictException;

/** What becomes of an account. */
class PersonTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Person person = new Person(new PersonData("Anna  Kłos", "anna@test.example", ""), Language.PL);

    @Test
    void invitationsKeepTheirDistance() {
        var next = NOW.plus(LinkPurpose.BETWEEN_LETTERS);
        person.invite(NOW);

        assertThatThrownBy(() -> person.invite(next.minusNanos(1)))
                .isInstanceOfSatisfying(ConflictException.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("person.justInvited");
                    assertThat(refusal.arguments()).containsExactly("5");
                });
        person.invite(next);
        assertThat(person.isJustInvited(next.plusNanos(1))).isTrue();
    }

    @Test
    void anotherAddressHasHadNoLetter() {
        person.invite(NOW);

        person.change(0, new PersonData("Anna", "anna@test.example", ""));
        assertThat(person.isJustInvited(NOW)).isTrue();
        person.change(0, new PersonData("Anna", "ania@test.example", ""));
        assertThat(person.isJustInvited(NOW)).isFalse();
    }

    @Test
    void aNameIsKnownButForCaseAndBlanks() {
        assertThat(person.isCalled(" ANNA kłos ")).isTrue();
        assertThat(person.isCalled("anna\u00a0k\u0142os")).isTrue();
        assertThat(person.isCalled("annakłos")).isFalse();
        assertThat(person.isCalled("Anna Klos")).isFalse();
        assertThat(person.isCalled("Anna")).isFalse();
    }
}

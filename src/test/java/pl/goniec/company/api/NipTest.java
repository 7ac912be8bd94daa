package pl.goniec.company.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NipTest {

    @ParameterizedTest
    @ValueSource(strings = {"5260250274", "5252344078"})
    void aRightCheckDigitIsValid(String nip) {
        assertThat(Nip.isValid(nip)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7261843055",
                "5260250275",
                "6250250274",
                "526025027",
                "72618430555",
                "726-184-30-55",
                "",
                "526025027a"
            })
    void anythingElseIsNot(String nip) {
        assertThat(Nip.isValid(nip)).isFalse();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        var nip = "5260250274";
        for (int place = 0; place < nip.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var typed = new StringBuilder(nip);
                typed.setCharAt(place, digit);
                assertThat(Nip.isValid(typed.toString())).isEqualTo(nip.charAt(place) == digit);
            }
        }
    }

    @Test
    void peopleWriteItWithDashes() {
        assertThat(Nip.format("7261843055")).isEqualTo("726-184-30-55");
    }
}

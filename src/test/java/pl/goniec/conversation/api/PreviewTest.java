package pl.goniec.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreviewTest {

    @Test
    void aTitleWins() {
        assertThat(Preview.of("Godziny", "Tekst")).isEqualTo("Godziny");
        assertThat(Preview.headline("Godziny", "Tekst")).isEqualTo("Godziny");
    }

    @Test
    void aSalutationSaysNothing() {
        assertThat(Preview.of(null, "Szanowni Państwo,\n\n  zmieniamy godziny.\nResztę niżej"))
                .isEqualTo("zmieniamy godziny.");
        assertThat(Preview.of(null, "Dzień dobry")).isEqualTo("Dzień dobry");
    }

    @Test
    void whereEveryLineIsASalutationTheFirstOneStands() {
        assertThat(Preview.of(null, "\n Szanowni Państwo,\n")).isEqualTo("Szanowni Państwo,");
        assertThat(Preview.of(null, "")).isEmpty();
    }

    @Test
    void sixtyCharactersAreShown() {
        assertThat(Preview.of(null, "x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Preview.of(null, "x".repeat(61))).isEqualTo("x".repeat(59) + "…");
        assertThat(Preview.of(null, "x".repeat(58) + " yyyy")).isEqualTo("x".repeat(58) + "…");
        assertThat(Preview.of("t".repeat(100), "")).hasSize(60).endsWith("…");
    }

    @Test
    void aPictureCharacterIsNeverCutInHalf() {
        var preview = Preview.of(null, "x".repeat(58) + "👍👍");

        assertThat(preview.codePoints()).noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }
}

package pl.goniec.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 1 nieprzeczytana wiadomość, 2–4 nieprzeczytane wiadomości, 5–21 nieprzeczytanych wiadomości, and so on for ever. */
class PluralsTest {

    private static String polish(long number) {
        return Plurals.count(new Forms("pl"), "unread", number);
    }

    private static String english(long number) {
        return Plurals.count(new Forms("en"), "unread", number);
    }

    @Test
    void oneIsAlone() {
        assertThat(polish(1)).isEqualTo("one 1");
        assertThat(LongStream.of(11, 21, 31, 101, 111, 1001).mapToObj(PluralsTest::polish))
                .allMatch(text -> text.startsWith("many"));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 22, 23, 24, 32, 34, 102, 122, 1004})
    void fewAreTwoToFourOutsideTheTeens(long number) {
        assertThat(polish(number)).startsWith("few");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 9, 10, 12, 13, 14, 15, 20, 25, 30, 100, 112, 113, 114, 1012})
    void manyAreAllTheRest(long number) {
        assertThat(polish(number)).startsWith("many");
    }

    @Test
    void englishKnowsOneAndMany() {
        assertThat(List.of(english(0), english(1), english(2), english(21)))
                .containsExactly("many 0", "one 1", "many 2", "many 21");
    }

    /** Says which form was taken. */
    private static final class Forms extends ResourceBundle {

        private final String language;

        Forms(String language) {
            this.language = language;
        }

        @Override
        public Locale getLocale() {
            return Locale.forLanguageTag(language);
        }

        @Override
        protected Object handleGetObject(String key) {
            return key.substring(key.lastIndexOf('.') + 1) + " {0}";
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }
    }
}

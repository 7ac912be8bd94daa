package pl.goniec.notification.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void everybodyIsInOnePartAndEachHasSoManyClientsAtMost() {
        assertThat(Part.of(List.of(), 2)).containsExactly(new Part(Long.MIN_VALUE, Long.MAX_VALUE, false));
        assertThat(Part.of(List.of(5L, 7L), 2)).containsExactly(new Part(Long.MIN_VALUE, Long.MAX_VALUE, true));
        assertThat(Part.of(List.of(-5L, 7L, 9L), 2))
                .containsExactly(new Part(Long.MIN_VALUE, 7, true), new Part(8, Long.MAX_VALUE, true));
        assertThat(Part.of(List.of(1L, 2L, 3L, 4L, 6L), 2))
                .containsExactly(
                        new Part(Long.MIN_VALUE, 2, true), new Part(3, 4, true), new Part(5, Long.MAX_VALUE, true));
    }

    @Test
    void onlyTheFirstPartIsTheFirst() {
        assertThat(Part.of(List.of(1L, 2L, 3L), 1)).extracting(Part::isFirst).containsExactly(true, false, false);
    }
}

package pl.goniec.attachment.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.goniec.shared.AttachmentId;

class AttachmentRowTest {

    private static AttachmentRow row(String type, long size) {
        return new AttachmentRow(new AttachmentId(1), "plik", type, size);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '1 B'",
        "999, '999 B'",
        "1000, '1 kB'",
        "84499, '84 kB'",
        "999499, '999 kB'",
        "999999, '1,0 MB'",
        "1000000, '1,0 MB'",
        "2449999, '2,4 MB'",
        "20971520, '21,0 MB'"
    })
    void sizesReadAsPeopleSayThem(long size, String text) {
        assertThat(row("application/pdf", size).readableSize()).isEqualTo(text);
    }

    @Test
    void picturesAreTold() {
        assertThat(row("image/png", 1).picture()).isTrue();
        assertThat(row("application/pdf", 1).picture()).isFalse();
    }
}

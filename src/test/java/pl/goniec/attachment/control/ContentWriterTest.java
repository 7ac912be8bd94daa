package pl.goniec.attachment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.attachment.entity.Content;
import pl.goniec.fixture.OnBothEngines;
import pl.goniec.fixture.world.Paper;

/** Content goes in piece by piece and comes out as it was. */
class ContentWriterTest extends OnBothEngines {

    private static final int MIB = 1 << 20;

    private Content write(UploadedFile file) throws IOException {
        var content = ContentWriter.measure(file, 100L * MIB);
        beans.get(ContentWriter.class).write(content, file);
        em.clear();
        return content;
    }

    private byte[] piece(Content content, int number) {
        return with(
                AttachmentRepository.class,
                repository -> repository.piece(content.hash(), number).orElse(null));
    }

    private static String sha256(UploadedFile file) throws IOException, GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var in = file.source().open()) {
            digest.update(in.readAllBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void contentIsKnownByItsHashAndCutIntoPiecesOfOneMebibyte() throws Exception {
        var file = Paper.big("duży.txt", 2L * MIB + 1, 1);

        var content = write(file);

        assertThat(content.size()).isEqualTo(2L * MIB + 1);
        assertThat(content.hash()).isEqualTo(sha256(file));
        assertThat(piece(content, 0)).hasSize(MIB);
        assertThat(piece(content, 1)).hasSize(MIB);
        assertThat(piece(content, 2)).hasSize(1);
        assertThat(piece(content, 3)).isNull();
        var digest = MessageDigest.getInstance("SHA-256");
        for (int number = 0; number < 3; number++) {
            digest.update(piece(content, number));
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(content.hash());
    }

    @Test
    void aFullLastPieceIsNotFollowedByAnEmptyOne() throws IOException {
        var content = write(Paper.big("równy.txt", MIB, 2));

        assertThat(piece(content, 0)).hasSize(MIB);
        assertThat(piece(content, 1)).isNull();
    }

    @Test
    void everyByteValueComesBack() throws IOException {
        var bytes = new byte[256];
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = (byte) value;
        }

        assertThat(piece(write(Paper.bytes("bajty.bin", bytes)), 0)).isEqualTo(bytes);
    }

    @Test
    void aContentThatIsTooLargeIsNotReadToItsEnd() throws IOException {
        var read = new AtomicLong();
        var file = new UploadedFile(
                "ogromny.txt",
                () -> new FilterInputStream(Paper.big("", 50L * MIB, 3).source().open()) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        int count = super.read(buffer, offset, length);
                        read.addAndGet(count);
                        return count;
                    }
                });

        var content = ContentWriter.measure(file, MIB);

        assertThat(content.size()).isGreaterThan(MIB);
        assertThat(read.get()).isLessThanOrEqualTo(MIB + (1 << 17));
    }

    @Test
    void onlyOnePieceIsHeldAtATime() throws IOException {
        var largest = new AtomicLong();
        var file =
                new UploadedFile("duży.txt", () -> new FilterInputStream(
                        Paper.big("", 3L * MIB, 4).source().open()) {
                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        largest.accumulateAndGet(length, Math::max);
                        return super.read(buffer, offset, length);
                    }
                });
        write(file);

        assertThat(largest.get()).isLessThanOrEqualTo(MIB);
    }

    @Test
    void aSourceThatBreaksOffIsNoContent() {
        var file = new UploadedFile("zerwany.txt", () -> new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("cut");
                }
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        });

        assertThatThrownBy(() -> ContentWriter.measure(file, MIB)).isInstanceOf(IOException.class);
    }
}

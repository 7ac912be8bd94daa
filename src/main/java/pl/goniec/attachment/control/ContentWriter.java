package pl.goniec.attachment.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.attachment.entity.Content;
import pl.goniec.attachment.entity.ContentChunk;

/** Hashes content and writes it piece by piece; one piece is in memory at a time. */
@Dependent
public class ContentWriter {

    private static final int BUFFER = 1 << 16;

    @PersistenceContext
    EntityManager em;

    /** Returns what the content is, reading at most one byte more than the limit. */
    public static Content measure(UploadedFile file, long limit) throws IOException {
        var digest = sha256();
        long size = 0;
        try (InputStream in = file.source().open()) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0 && size <= limit; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Writes the content. */
    public void write(Content content, UploadedFile file) throws IOException {
        em.persist(content);
        em.flush();
        try (InputStream in = file.source().open()) {
            int number = 0;
            for (var bytes = in.readNBytes(ContentChunk.SIZE);
                    bytes.length > 0;
                    bytes = in.readNBytes(ContentChunk.SIZE)) {
                var chunk = new ContentChunk(content.hash(), number, bytes);
                em.persist(chunk);
                em.flush();
                em.detach(chunk);
                number++;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

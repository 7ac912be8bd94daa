package pl.goniec.attachment.api;

import java.io.Serializable;
import java.util.Locale;
import pl.goniec.shared.AttachmentId;

/**
 * A file that belongs to a draft or to what was sent.
 *
 * @param size in bytes
 */
public record AttachmentRow(AttachmentId id, String name, String mediaType, long size) implements Serializable {

    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;

    /** Returns the size as people read it, with a Polish comma: {@code 84 kB}, {@code 2,4 MB}. */
    public String readableSize() {
        if (size < KILO) {
            return size + " B";
        }
        long kilobytes = Math.round((double) size / KILO);
        return kilobytes < KILO
                ? kilobytes + " kB"
                : String.format(Locale.ROOT, "%.1f MB", (double) size / MEGA).replace('.', ',');
    }

    /** Tells whether the file is a picture. */
    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}

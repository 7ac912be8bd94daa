package pl.goniec.identity.api;

import java.util.Optional;

/**
 * The office's picture, shown on the log-in page and in the frame.
 *
 * @param content of a PNG or JPEG file, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once and written out
public record OfficeLogo(byte[] content, String type) {

    /** Bytes of the largest logo. */
    public static final int MAX_BYTES = 200 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /** Returns the type of a file by how it begins, if it is one that browsers show and nothing can hide in. */
    public static Optional<String> typeOf(byte[] content) {
        if (startsWith(content, PNG)) {
            return Optional.of("image/png");
        }
        return startsWith(content, JPEG) ? Optional.of("image/jpeg") : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length > mark.length && java.util.Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}

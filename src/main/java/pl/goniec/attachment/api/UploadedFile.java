package pl.goniec.attachment.api;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file on its way in.
 *
 * @param name as the person's machine calls it; a path in front of it is dropped
 * @param source opens the content anew each time: once to hash it, once to store it
 */
public record UploadedFile(String name, Source source) {

    /** Opens the content from its beginning. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}

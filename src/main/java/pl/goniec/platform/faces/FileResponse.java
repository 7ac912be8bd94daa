package pl.goniec.platform.faces;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntFunction;
import org.omnifaces.util.Servlets;

/**
 * Answers with a file, piece by piece: the browser is told to save it, never to show it, and no cache keeps it. The pieces
 * are asked for one after the other, each under the rights that hold at that moment.
 */
public final class FileResponse {

    private final HttpServletResponse response;

    public FileResponse(HttpServletResponse response) {
        this.response = response;
    }

    /**
     * Writes the whole file.
     *
     * @param size in bytes
     * @param pieces by number from 0; an empty one ends the file
     */
    public void send(String name, String mediaType, long size, IntFunction<byte[]> pieces) throws IOException {
        response.setContentType(mediaType);
        response.setContentLengthLong(size);
        response.setHeader("Content-Disposition", Servlets.formatContentDispositionHeader(name, true));
        response.setHeader("Cache-Control", "private, no-store");
        var out = response.getOutputStream();
        int number = 0;
        for (var bytes = pieces.apply(0); bytes.length > 0; bytes = pieces.apply(number)) {
            out.write(bytes);
            number++;
        }
    }
}

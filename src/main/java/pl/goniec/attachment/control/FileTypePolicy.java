package pl.goniec.attachment.control;

import jakarta.enterprise.context.Dependent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.Tika;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.shared.BusinessException;

/** Which kinds of file an accounting office exchanges. The content decides; the name only tells apart what looks alike. */
@Dependent
public class FileTypePolicy {

    private static final Set<String> ALLOWED = Set.of(
            "application/pdf",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/heic",
            "image/heif",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "text/csv",
            "text/plain",
            "application/xml",
            "application/zip",
            "message/rfc822",
            "application/pkcs7-signature");

    private static final Tika TIKA = new Tika();

    /**
     * Returns the media type of the content.
     *
     * @throws BusinessException {@code attachment.type} when it is not one of the list
     */
    public String typeOf(UploadedFile file) throws IOException {
        try (var content = new BufferedInputStream(file.source().open())) {
            var type = TIKA.detect(content, file.name());
            if (!ALLOWED.contains(type)) {
                throw new BusinessException("attachment.type", file.name());
            }
            return type;
        }
    }
}

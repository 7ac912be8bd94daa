package pl.goniec.attachment.control;

import jakarta.enterprise.context.Dependent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.shared.BusinessException;

/**
 * Which kinds of file an accounting office exchanges. The content decides; the name only tells apart what looks alike, and may
 * not end as another kind does, because by its ending a machine decides what to do with a file. What is of these kinds may still do
 * harm when it is opened ({@link HarmfulContent}).
 */
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

    private static final Set<String> ENDINGS = Set.of(
            "pdf", "jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "heic", "heif", "doc", "docx", "xls", "xlsx",
            "odt", "ods", "csv", "txt", "xml", "xades", "zip", "eml", "p7s");

    /** What stands after the last dot, unless it is a number or has a space, as in "Faktura nr 12.2026". */
    private static final Pattern ENDING = Pattern.compile("\\.([^\\s.]*\\p{L}[^\\s.]*)$");

    private static final Tika TIKA = new Tika();

    /**
     * Returns the media type of the content.
     *
     * @throws BusinessException {@code attachment.type} when it is not one of the list, or the name ends as if it were another;
     *     {@code attachment.harmful} when it is made to harm whoever opens it
     */
    public String typeOf(UploadedFile file) throws IOException {
        try (var content = new BufferedInputStream(file.source().open())) {
            var type = TIKA.detect(content, file.name());
            // What only its name makes a picture or a PDF is none; old Polish alphabets look like that too, and are
            // texts.
            boolean noise = !type.startsWith("text/") && TIKA.detect(content).equals("application/octet-stream");
            if (noise || !ALLOWED.contains(type) || !endsWell(file.name())) {
                throw new BusinessException("attachment.type", file.name());
            }
            HarmfulContent.refuse(file, type);
            return type;
        }
    }

    private static boolean endsWell(String name) {
        var ending = ENDING.matcher(name);
        return !ending.find() || ENDINGS.contains(ending.group(1).toLowerCase(Locale.ROOT));
    }
}

package pl.goniec.attachment.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.attachment.control.AttachmentRepository;
import pl.goniec.attachment.control.ContentWriter;
import pl.goniec.attachment.entity.Content;

/** Stores content once, in a transaction of its own: whoever brings the same bytes at the same time simply loses. */
@Stateless
@DenyAll
public class ContentService {

    @Inject
    AttachmentRepository attachments;

    @Inject
    ContentWriter writer;

    /**
     * Writes the content unless it is there.
     *
     * @param hash SHA-256 in hexadecimal
     * @param size in bytes
     */
    @RolesAllowed({OFFICE, CLIENT})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void store(String hash, long size, UploadedFile file) throws IOException {
        if (!attachments.isStored(hash)) {
            writer.write(new Content(hash, size), file);
        }
    }
}

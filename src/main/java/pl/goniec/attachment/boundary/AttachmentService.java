package pl.goniec.attachment.boundary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.attachment.control.AttachmentRepository;
import pl.goniec.attachment.control.ContentWriter;
import pl.goniec.attachment.control.FileTypePolicy;
import pl.goniec.attachment.entity.Attachment;
import pl.goniec.attachment.entity.Content;
import pl.goniec.platform.config.Settings;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.NotFoundException;

/**
 * Sets of files. A set's number is not a secret and opens nothing by itself: the callers are the components that own
 * drafts and messages, and they have asked for the person's rights before.
 */
@Stateless
@DenyAll
public class AttachmentService {

    private static final int NAME_LENGTH = 255;

    /** Control characters, marks that turn the direction of writing or take no room, and halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** What a machine drops at the end of a name, so that what stands before it would be the ending. */
    private static final Pattern DROPPED = Pattern.compile("[\\s\\u00a0.]+$");

    @Inject
    AttachmentRepository attachments;

    @Inject
    ContentService contents;

    @Inject
    FileTypePolicy types;

    @Inject
    Settings settings;

    /** Opens a set and returns its number. */
    @RolesAllowed({OFFICE, CLIENT, SYSTEM})
    public long open() {
        return attachments.newSet().id();
    }

    /** Closes a set for ever: what it belongs to is being sent. */
    @RolesAllowed({OFFICE, CLIENT, SYSTEM})
    public void seal(long set) {
        attachments.lock(set).seal();
    }

    /**
     * Takes a file into an open set.
     *
     * @throws BusinessException {@code attachment.empty}, {@code attachment.tooLarge}, {@code attachment.type},
     *     {@code attachment.harmful} or {@code attachment.messageTooLarge}; the set stays as it was
     */
    @RolesAllowed({OFFICE, CLIENT})
    public AttachmentRow add(long setId, UploadedFile upload) {
        var file = new UploadedFile(cleanName(upload.name()), upload.source());
        try {
            var content = measure(file);
            var type = types.typeOf(file);
            store(content, file);
            var set = attachments.lock(setId);
            long sum = attachments.lock(set).stream()
                    .mapToLong(attachment -> attachment.row().size())
                    .sum();
            if (sum + content.size() > settings.maxMessageBytes()) {
                throw new BusinessException("attachment.messageTooLarge", settings.maxMessageMegabytes());
            }
            var attachment = attachments.add(set, content, file.name(), type);
            return attachment.row();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a file out of an open set.
     *
     * @throws NotFoundException when it is not in the set
     */
    @RolesAllowed({OFFICE, CLIENT})
    public void remove(long setId, AttachmentId id) {
        attachments.lock(setId).requireOpen();
        attachments.remove(find(setId, id));
    }

    /** Returns the files of one set in the order they were added. */
    @RolesAllowed({OFFICE, CLIENT})
    public List<AttachmentRow> list(long set) {
        return attachments.of(List.of(set)).stream().map(Attachment::row).toList();
    }

    /** Returns the files of many sets by set, in one query; a set without files is missing. */
    @RolesAllowed({OFFICE, CLIENT})
    public Map<Long, List<AttachmentRow>> list(Collection<Long> sets) {
        return attachments.of(sets).stream().collect(groupingBy(Attachment::setId, mapping(Attachment::row, toList())));
    }

    /**
     * Returns one file of a set.
     *
     * @throws NotFoundException when it is not in the set
     */
    @RolesAllowed({OFFICE, CLIENT})
    public AttachmentRow get(long set, AttachmentId id) {
        return find(set, id).row();
    }

    /**
     * Returns a piece of a file, at most 1 MiB.
     *
     * @param number counted from 0
     * @return no bytes after the last piece
     * @throws NotFoundException when the file is not in the set
     */
    @RolesAllowed({OFFICE, CLIENT})
    public byte[] piece(long set, AttachmentId id, int number) {
        return attachments.piece(find(set, id).hash(), number).orElseGet(() -> new byte[0]);
    }

    private Attachment find(long set, AttachmentId id) {
        return attachments.find(set, id).orElseThrow(NotFoundException::new);
    }

    private Content measure(UploadedFile file) throws IOException {
        var content = ContentWriter.measure(file, settings.maxFileBytes());
        if (content.size() == 0) {
            throw new BusinessException("attachment.empty", file.name());
        }
        if (content.size() > settings.maxFileBytes()) {
            throw new BusinessException("attachment.tooLarge", file.name(), settings.maxFileMegabytes());
        }
        return content;
    }

    private void store(Content content, UploadedFile file) throws IOException {
        try {
            contents.store(content.hash(), content.size(), file);
        } catch (EJBException e) {
            if (!attachments.isStored(content.hash())) {
                throw e;
            }
        }
    }

    private static String cleanName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var seen = DROPPED.matcher(UNSEEN.matcher(last).replaceAll("")).replaceAll("");
        var end = seen.substring(Math.max(0, seen.length() - NAME_LENGTH));
        var clean = UNSEEN.matcher(end).replaceAll("").strip();
        if (clean.isEmpty()) {
            throw new BusinessException("attachment.name");
        }
        return clean;
    }
}

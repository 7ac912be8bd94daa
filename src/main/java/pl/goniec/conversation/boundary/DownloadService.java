package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.conversation.api.FileDownloaded;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.conversation.control.DraftRepository;
import pl.goniec.conversation.control.OversightQueries;
import pl.goniec.conversation.control.Participation;
import pl.goniec.conversation.control.ThreadQueries;
import pl.goniec.conversation.entity.Conversation;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.NotFoundException;

/**
 * Files of messages and of one's own drafts, in pieces of at most 1 MiB: each piece asks for the rights anew and holds
 * no connection while a slow reader takes it.
 */
@Stateless
@DenyAll
@RefusalsReported
public class DownloadService {

    @Inject
    CallerScope caller;

    @Inject
    ConversationRepository conversations;

    @Inject
    OversightQueries oversight;

    @Inject
    ThreadQueries threads;

    @Inject
    DraftRepository drafts;

    @Inject
    AttachmentService attachments;

    @Inject
    Event<FileDownloaded> events;

    /**
     * Begins a download of a message's file.
     *
     * @throws NotFoundException when the message is not the caller's or has no such file
     */
    @RolesAllowed({OFFICE, CLIENT})
    public AttachmentRow open(MessageId message, AttachmentId file) {
        var scope = caller.person();
        var row = attachments.get(set(message, file, scope), file);
        events.fire(new FileDownloaded(
                message, file, readable(message.conversation(), scope).company(), scope.person()));
        return row;
    }

    /** Returns a piece of a message's file, counted from 0; no bytes after the last one. */
    @RolesAllowed({OFFICE, CLIENT})
    public byte[] piece(MessageId message, AttachmentId file, int number) {
        return attachments.piece(set(message, file, caller.person()), file, number);
    }

    /**
     * Begins a download of a file of the caller's own draft.
     *
     * @throws NotFoundException when the draft is not the caller's or has no such file
     */
    @RolesAllowed({OFFICE, CLIENT})
    public AttachmentRow open(DraftId draft, AttachmentId file) {
        return attachments.get(set(draft, caller.person()), file);
    }

    /** Returns a piece of a draft's file, counted from 0; no bytes after the last one. */
    @RolesAllowed({OFFICE, CLIENT})
    public byte[] piece(DraftId draft, AttachmentId file, int number) {
        return attachments.piece(set(draft, caller.person()), file, number);
    }

    private long set(MessageId message, AttachmentId file, AccessScope scope) {
        readable(message.conversation(), scope);
        return threads.attachmentSet(message, file).orElseThrow(NotFoundException::new);
    }

    /** A conversation of the caller, or one of an employee of his into which he may look. */
    private Conversation readable(ConversationId id, AccessScope scope) {
        return conversations
                .find(id, scope)
                .map(Participation::conversation)
                .or(() -> oversight.find(id, scope))
                .orElseThrow(NotFoundException::new);
    }

    private long set(DraftId draft, AccessScope scope) {
        var found = drafts.find(draft, scope).orElseThrow(NotFoundException::new);
        conversations.get(found.conversation(), scope);
        return found.attachmentSet();
    }
}

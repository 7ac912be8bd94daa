package pl.goniec.conversation.boundary;

import static pl.goniec.platform.security.Roles.CLIENT;
import static pl.goniec.platform.security.Roles.OFFICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.conversation.api.DraftDetails;
import pl.goniec.conversation.control.ConversationRepository;
import pl.goniec.conversation.control.DraftRepository;
import pl.goniec.conversation.control.ThreadQueries;
import pl.goniec.conversation.entity.Draft;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.NotFoundException;

/** What the caller is writing: kept on the server, one draft per person and conversation, seen by nobody else. */
@Stateless
@DenyAll
@RefusalsReported
public class DraftService {

    @Inject
    CallerScope caller;

    @Inject
    ConversationRepository conversations;

    @Inject
    DraftRepository drafts;

    @Inject
    ThreadQueries threads;

    @Inject
    AttachmentService attachments;

    /**
     * Returns the caller's draft in a conversation, an empty one if there was none.
     *
     * @throws NotFoundException when the conversation is not the caller's
     */
    @RolesAllowed({OFFICE, CLIENT})
    public DraftDetails of(ConversationId id) {
        var scope = caller.person();
        var conversation = conversations.get(id, scope).conversation();
        var draft = drafts.find(id, scope).orElseGet(() -> {
            conversations.lock(conversation);
            return drafts.lock(id, scope).orElseGet(() -> create(id, scope));
        });
        return draft.details(attachments.list(draft.attachmentSet()));
    }

    /**
     * Keeps the text as it stands and returns when it was kept.
     *
     * @throws ConflictException {@code message.alreadySent} when the draft was sent meanwhile
     * @throws NotFoundException when it is not the caller's
     */
    @RolesAllowed({OFFICE, CLIENT})
    public Instant save(DraftId id, String text) {
        var now = Instant.now();
        get(id, caller.person()).write(text, now);
        return now;
    }

    /**
     * Adds a file.
     *
     * @throws BusinessException {@code attachment.*} when the file can not be taken; the draft stays as it was
     * @throws NotFoundException when the draft is not the caller's
     */
    @RolesAllowed({OFFICE, CLIENT})
    public AttachmentRow attach(DraftId id, UploadedFile file) {
        return attachments.add(get(id, caller.person()).attachmentSet(), file);
    }

    /**
     * Removes a file.
     *
     * @throws NotFoundException when the draft is not the caller's or has no such file
     */
    @RolesAllowed({OFFICE, CLIENT})
    public void remove(DraftId id, AttachmentId file) {
        attachments.remove(get(id, caller.person()).attachmentSet(), file);
    }

    private Draft create(ConversationId conversation, AccessScope scope) {
        var draft = new Draft(scope.person(), conversation, attachments.open(), Instant.now());
        drafts.add(draft);
        return draft;
    }

    private Draft get(DraftId id, AccessScope scope) {
        var draft = drafts.find(id, scope).orElseThrow(() -> gone(id, scope));
        conversations.get(draft.conversation(), scope);
        return draft;
    }

    private BusinessException gone(DraftId id, AccessScope scope) {
        return threads.wasSent(id, scope.person())
                ? new ConflictException("message.alreadySent")
                : new NotFoundException();
    }
}

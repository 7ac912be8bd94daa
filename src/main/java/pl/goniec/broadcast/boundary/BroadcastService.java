package pl.goniec.broadcast.boundary;

import static pl.goniec.platform.security.Roles.CARETAKER;
import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.attachment.boundary.AttachmentService;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.broadcast.api.AudienceSummary;
import pl.goniec.broadcast.api.BroadcastDraftDetails;
import pl.goniec.broadcast.api.SubmitBroadcast;
import pl.goniec.broadcast.control.Acceptance;
import pl.goniec.broadcast.control.AudienceQueries;
import pl.goniec.broadcast.control.BroadcastRepository;
import pl.goniec.broadcast.entity.Broadcast;
import pl.goniec.broadcast.entity.BroadcastDraft;
import pl.goniec.company.boundary.CompanyService;
import pl.goniec.conversation.boundary.NoticeService;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.AccessScope;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Role;

/** Writing and submitting a POWIADOMIENIE: one text and files to every ticked company, exactly once. */
@Stateless
@DenyAll
@RefusalsReported
public class BroadcastService {

    @Resource
    SessionContext context;

    @Inject
    CallerScope caller;

    @Inject
    CompanyService companies;

    @Inject
    BroadcastRepository broadcasts;

    @Inject
    AudienceQueries audiences;

    @Inject
    Acceptance acceptance;

    @Inject
    NoticeService notices;

    @Inject
    AttachmentService attachments;

    /** Returns what the caller is writing, an empty draft if there was none. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public BroadcastDraftDetails draft() {
        var scope = caller.office();
        var draft = broadcasts.draft(scope).orElseGet(() -> {
            var created = new BroadcastDraft(scope.person(), attachments.open(), Instant.now());
            broadcasts.add(created);
            return created;
        });
        return draft.details(attachments.list(draft.attachmentSet()));
    }

    /**
     * Keeps what is written as it stands and returns when it was kept.
     *
     * @throws ConflictException {@code broadcast.alreadySent} when the draft was submitted meanwhile
     * @throws NotFoundException when it is not the caller's
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public Instant save(DraftId id, String title, String text, boolean withEmployees) {
        var now = Instant.now();
        get(id, caller.office()).write(title, text, withEmployees, now);
        return now;
    }

    /**
     * Adds a file.
     *
     * @throws BusinessException {@code attachment.*} when the file can not be taken; the draft stays as it was
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public AttachmentRow attach(DraftId id, UploadedFile file) {
        return attachments.add(get(id, caller.office()).attachmentSet(), file);
    }

    /** Removes a file. */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public void remove(DraftId id, AttachmentId file) {
        attachments.remove(get(id, caller.office()).attachmentSet(), file);
    }

    /**
     * Returns who would receive if it were submitted now.
     *
     * @throws NotFoundException when one of the companies is not the caller's
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public AudienceSummary audience(Set<CompanyId> ticked, boolean withEmployees) {
        companies.requireAll(ticked, caller.office());
        return audiences.summary(ticked, withEmployees);
    }

    /**
     * Accepts a POWIADOMIENIE. From here on every recipient of this moment gets it exactly once, whatever dies. Submitted
     * again with the same content it is acknowledged again.
     *
     * @throws BusinessException {@code message.blank}, {@code message.tooLong} or {@code broadcast.titleTooLong}; the
     *     draft stays
     * @throws ConflictException {@code broadcast.nobody} when nobody would receive; {@code broadcast.alreadySent} when
     *     the draft was submitted with other content
     * @throws NotFoundException when the draft or one of the companies is not the caller's; then nothing is sent
     */
    @RolesAllowed({OFFICE_HEAD, CARETAKER})
    public AcceptedBroadcast submit(SubmitBroadcast command) {
        var scope = caller.office();
        var draft = broadcasts.draft(scope).filter(found -> found.id().equals(command.draft()));
        if (draft.isEmpty()) {
            return repeated(command, scope);
        }
        companies.requireAll(command.companies(), scope);
        return accept(command, draft.get(), scope).accepted();
    }

    private Broadcast accept(SubmitBroadcast command, BroadcastDraft draft, AccessScope scope) {
        long body = notices.write(command.title(), command.text(), draft.attachmentSet());
        attachments.seal(draft.attachmentSet());
        var role = context.isCallerInRole(OFFICE_HEAD) ? Role.OFFICE_HEAD : Role.CARETAKER;
        var broadcast = new Broadcast(draft.id(), scope.person(), role, body, command.withEmployees(), Instant.now());
        acceptance.accept(broadcast, scope.person(), command.companies());
        broadcasts.remove(draft);
        return broadcast;
    }

    private AcceptedBroadcast repeated(SubmitBroadcast command, AccessScope scope) {
        var earlier = broadcasts.submittedFrom(command.draft(), scope).orElseThrow(NotFoundException::new);
        boolean same = notices.says(earlier.bodyId(), command.title(), command.text())
                && earlier.withEmployees() == command.withEmployees()
                && broadcasts.wentTo(earlier, command.companies());
        if (!same) {
            throw new ConflictException("broadcast.alreadySent");
        }
        return earlier.accepted();
    }

    private BroadcastDraft get(DraftId id, AccessScope scope) {
        return broadcasts.draft(scope).filter(draft -> draft.id().equals(id)).orElseThrow(() -> gone(id, scope));
    }

    private BusinessException gone(DraftId id, AccessScope scope) {
        return broadcasts.submittedFrom(id, scope).isPresent()
                ? new ConflictException("broadcast.alreadySent")
                : new NotFoundException();
    }
}

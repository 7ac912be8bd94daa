package pl.goniec.conversation.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.attachment.api.UploadedFile;
import pl.goniec.conversation.api.DraftDetails;
import pl.goniec.conversation.api.SendMessage;
import pl.goniec.conversation.boundary.DraftService;
import pl.goniec.conversation.boundary.MessageService;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.platform.faces.Messages;
import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;

/**
 * The box in which a message is written. What is typed and attached lives in the draft on the server. The page knows the draft
 * that it shows and says it with each click on WYŚLIJ: under that key sending twice is one, also when the first answer was lost
 * and the box has long gone on to the next draft.
 */
public abstract class ComposerBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private DraftService drafts;

    @Inject
    private MessageService messages;

    @Inject
    private ProfileService profiles;

    @Inject
    private Messages sentences;

    private ConversationId conversation;
    private DraftId draft;
    private DraftId shown;
    private SendMessage last;
    private String key;
    private String text;
    private List<AttachmentRow> files = List.of();
    private Instant savedAt;

    /** Takes up the caller's draft of a conversation. */
    public void open(ConversationId id) {
        conversation = id;
        key = profiles.me().id() + "." + id;
        take(drafts.of(id));
    }

    /** Leaves the box; the draft stays on the server. */
    public void close() {
        conversation = null;
        text = null;
        files = List.of();
    }

    /** Keeps what is typed. The time of saving goes when the draft is no longer there: another tab has sent it. */
    public void save() {
        try {
            savedAt = drafts.save(draft, typed());
        } catch (BusinessException e) {
            savedAt = null;
        }
    }

    public void upload(FileUploadEvent event) {
        var file = event.getFile();
        try {
            attach(new UploadedFile(file.getFileName(), file::getInputStream));
        } catch (BusinessException e) {
            PrimeFaces.current()
                    .ajax()
                    .addCallbackParam(
                            "refused", sentences.text(e.key(), e.arguments().toArray()));
        }
        files = drafts.of(conversation).files();
    }

    public void remove(long file) {
        drafts.remove(draft, new AttachmentId(file));
        files = drafts.of(conversation).files();
    }

    /** Sends, or says beside the text why not; then everything typed and attached stays. */
    public void send() {
        var click = click();
        try {
            messages.send(click);
        } catch (BusinessException e) {
            refuse(e);
            return;
        }
        last = click;
        PrimeFaces.current().ajax().addCallbackParam("sent", true);
        open(click.conversation());
        sent(click.conversation());
    }

    /** What the page shows once the message is on its way. */
    protected abstract void sent(ConversationId id);

    /** Client id of the text area, beside which a refusal is said. */
    protected abstract String field();

    public boolean isOpen() {
        return conversation != null;
    }

    /** Person and conversation: under this name the browser keeps what it could not save. */
    public String getKey() {
        return key;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public List<AttachmentRow> getFiles() {
        return files;
    }

    /** Returns the number of the draft that the page shows, null when the box is shut. */
    public Long getShown() {
        return draft == null ? null : draft.value();
    }

    public void setShown(Long number) {
        shown = number == null ? null : new DraftId(number);
    }

    public LocalTime getSavedAt() {
        return savedAt == null ? null : savedAt.atZone(ThreadEntry.OFFICE_TIME).toLocalTime();
    }

    public ConversationId getConversation() {
        return conversation;
    }

    private SendMessage click() {
        var written = shown == null ? draft : shown;
        boolean again = last != null && last.draft().equals(written);
        return new SendMessage(again ? last.conversation() : conversation, written, typed());
    }

    private void refuse(BusinessException refusal) {
        sentences.show(refusal, field());
        if (alreadySent(refusal)) {
            renew();
        }
    }

    private void attach(UploadedFile file) {
        try {
            drafts.attach(draft, file);
        } catch (BusinessException e) {
            if (!alreadySent(e)) {
                throw e;
            }
            renew();
            drafts.attach(draft, file);
        }
    }

    /** Another tab has sent the draft of this one: what is typed here goes on in a new draft. */
    private void renew() {
        var next = drafts.of(conversation);
        draft = next.id();
        files = next.files();
        savedAt = null;
    }

    private static boolean alreadySent(BusinessException refusal) {
        return "message.alreadySent".equals(refusal.key());
    }

    private void take(DraftDetails details) {
        draft = details.id();
        text = details.text();
        files = details.files();
        savedAt = typed().isEmpty() ? null : details.savedAt();
    }

    private String typed() {
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}

package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.List;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.conversation.api.DraftDetails;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;

/** What a person is writing in a conversation, one at a time. Sending consumes it; its id lives on in the message. */
@Entity
@SequenceGenerator(name = "draft_seq", sequenceName = "draft_seq")
public class Draft {

    /** Longest text that the column holds, in characters. */
    public static final int CAPACITY = 100_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft_seq")
    private long id;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "conversation_id")
    private long conversationId;

    private String content;

    @Column(name = "attachment_set_id")
    private long attachmentSetId;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected Draft() {}

    public Draft(PersonId person, ConversationId conversation, long attachmentSet, Instant now) {
        personId = person.value();
        conversationId = conversation.value();
        content = "";
        attachmentSetId = attachmentSet;
        savedAt = now;
    }

    /**
     * Keeps the text as it stands now, unfinished or too long to be sent.
     *
     * @throws BusinessException {@code message.tooLong} beyond what can be kept
     */
    public void write(String text, Instant now) {
        if (text.length() > CAPACITY) {
            throw new BusinessException("message.tooLong", CAPACITY);
        }
        content = text;
        savedAt = now;
    }

    public DraftId id() {
        return new DraftId(id);
    }

    public ConversationId conversation() {
        return new ConversationId(conversationId);
    }

    public long attachmentSet() {
        return attachmentSetId;
    }

    public DraftDetails details(List<AttachmentRow> files) {
        return new DraftDetails(id(), content, files, savedAt);
    }
}

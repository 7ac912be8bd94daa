package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.broadcast.api.BroadcastDraftDetails;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;

/** The POWIADOMIENIE that a person is writing, one at a time. Submitting consumes it; its id lives on in the broadcast. */
@Entity
@Table(name = "broadcast_draft")
@SequenceGenerator(name = "broadcast_draft_seq", sequenceName = "draft_seq")
public class BroadcastDraft {

    private static final int CAPACITY = 100_000;
    private static final int TITLE_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "broadcast_draft_seq")
    private long id;

    @Column(name = "person_id")
    private long personId;

    private String title;

    private String content;

    @Column(name = "with_employees")
    private boolean withEmployees;

    @Column(name = "attachment_set_id")
    private long attachmentSetId;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected BroadcastDraft() {}

    public BroadcastDraft(PersonId person, long attachmentSet, Instant now) {
        personId = person.value();
        title = "";
        content = "";
        attachmentSetId = attachmentSet;
        savedAt = now;
    }

    /**
     * Keeps what is written as it stands now.
     *
     * @throws BusinessException {@code message.tooLong} or {@code broadcast.titleTooLong} beyond what can be kept
     */
    public void write(String newTitle, String text, boolean employees, Instant now) {
        if (newTitle.length() > TITLE_LENGTH) {
            throw new BusinessException("broadcast.titleTooLong", TITLE_LENGTH);
        }
        if (text.length() > CAPACITY) {
            throw new BusinessException("message.tooLong", CAPACITY);
        }
        title = newTitle;
        content = text;
        withEmployees = employees;
        savedAt = now;
    }

    public DraftId id() {
        return new DraftId(id);
    }

    public long attachmentSet() {
        return attachmentSetId;
    }

    public BroadcastDraftDetails details(List<AttachmentRow> files) {
        return new BroadcastDraftDetails(id(), title, content, withEmployees, files, savedAt);
    }
}

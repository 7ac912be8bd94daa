package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.Objects;
import pl.goniec.shared.BusinessException;
import pl.goniec.shared.Visible;

/** A text and its files, written once: a message has one, and all messages of a POWIADOMIENIE share one. */
@Entity
@SequenceGenerator(name = "body_seq", sequenceName = "body_seq")
public class Body {

    /** Longest title, in characters. */
    public static final int TITLE_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "body_seq")
    private long id;

    private String title;

    private String content;

    @Column(name = "attachment_set_id")
    private long attachmentSetId;

    protected Body() {}

    /**
     * Writes a body.
     *
     * @param title or blank for none
     * @param maxText longest text, in characters
     * @throws BusinessException {@code message.blank}, {@code message.tooLong} or {@code broadcast.titleTooLong}
     */
    public Body(String title, String text, long attachmentSet, int maxText) {
        if (!Visible.anythingOf(text)) {
            throw new BusinessException("message.blank");
        }
        this.content = normalize(text);
        if (content.length() > maxText) {
            throw new BusinessException("message.tooLong", maxText);
        }
        this.title = title == null || title.isBlank() ? null : title.strip();
        if (this.title != null && this.title.length() > TITLE_LENGTH) {
            throw new BusinessException("broadcast.titleTooLong", TITLE_LENGTH);
        }
        this.attachmentSetId = attachmentSet;
    }

    /** Tells whether the text is what was sent. */
    public boolean says(String text) {
        return content.equals(normalize(text));
    }

    /** Tells whether title and text are what was sent. */
    public boolean says(String otherTitle, String text) {
        var stripped = otherTitle == null || otherTitle.isBlank() ? null : otherTitle.strip();
        return Objects.equals(title, stripped) && says(text);
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String content() {
        return content;
    }

    public long attachmentSet() {
        return attachmentSetId;
    }

    private static String normalize(String text) {
        return text.replace("\r\n", "\n").stripTrailing();
    }
}

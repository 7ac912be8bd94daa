package pl.goniec.attachment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import pl.goniec.attachment.api.AttachmentRow;
import pl.goniec.shared.AttachmentId;

/** A file of a set: a name for stored content. */
@Entity
@SequenceGenerator(name = "attachment_seq", sequenceName = "attachment_seq")
public class Attachment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment_seq")
    private long id;

    @Column(name = "set_id")
    private long setId;

    private String hash;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private long size;

    protected Attachment() {}

    /** Puts stored content into a set that is open. */
    public Attachment(AttachmentSet set, Content content, String fileName, String mediaType) {
        set.requireOpen();
        this.setId = set.id();
        this.hash = content.hash();
        this.size = content.size();
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    public AttachmentRow row() {
        return new AttachmentRow(new AttachmentId(id), fileName, mediaType, size);
    }

    public long setId() {
        return setId;
    }

    public String hash() {
        return hash;
    }
}

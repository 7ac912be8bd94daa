package pl.goniec.attachment.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import pl.goniec.shared.ConflictException;

/** The files that belong together. Open: files come and go. Sealed by sending: nothing changes any more. */
@Entity
@Table(name = "attachment_set")
@SequenceGenerator(name = "attachment_set_seq", sequenceName = "attachment_set_seq")
public class AttachmentSet {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment_set_seq")
    private long id;

    private boolean sealed;

    public AttachmentSet() {}

    /** Closes the set for ever. */
    public void seal() {
        requireOpen();
        sealed = true;
    }

    /**
     * Checks that files may still come and go.
     *
     * @throws ConflictException when what they belong to was sent
     */
    public void requireOpen() {
        if (sealed) {
            throw new ConflictException("message.alreadySent");
        }
    }

    public long id() {
        return id;
    }
}

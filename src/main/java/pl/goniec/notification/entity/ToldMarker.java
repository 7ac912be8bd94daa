package pl.goniec.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/**
 * Up to which message of the other side a letter has told a person that something waits. Beside his read marker it says what is
 * still to be told; it only moves forward.
 */
@Entity
@Table(name = "told_marker")
@IdClass(ToldMarker.Key.class)
public class ToldMarker {

    @Id
    @Column(name = "conversation_id")
    private long conversationId;

    @Id
    @Column(name = "person_id")
    private long personId;

    @Id
    @Enumerated(EnumType.STRING)
    private Side side;

    @Column(name = "told_up_to")
    private long toldUpTo;

    protected ToldMarker() {}

    public ToldMarker(ConversationId conversation, PersonId person, Side side, long upTo) {
        conversationId = conversation.value();
        personId = person.value();
        this.side = side;
        toldUpTo = upTo;
    }

    /** Moves forward to the other side's number. */
    public void move(long upTo) {
        toldUpTo = Math.max(toldUpTo, upTo);
    }

    public long toldUpTo() {
        return toldUpTo;
    }

    /** The conversation, the person and his side. */
    public record Key(long conversationId, long personId, Side side) implements Serializable {}
}

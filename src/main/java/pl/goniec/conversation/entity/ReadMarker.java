package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** How far a person has read the other side of a conversation. It only moves forward. */
@Entity
@Table(name = "read_marker")
@IdClass(ReadMarker.Key.class)
public class ReadMarker {

    @Id
    @Column(name = "conversation_id")
    private long conversationId;

    @Id
    @Column(name = "person_id")
    private long personId;

    @Column(name = "read_up_to")
    private long readUpTo;

    protected ReadMarker() {}

    public ReadMarker(ConversationId conversation, PersonId person) {
        conversationId = conversation.value();
        personId = person.value();
    }

    /** Moves forward to the other side's number; tells whether it moved. */
    public boolean advance(long number) {
        if (number <= readUpTo) {
            return false;
        }
        readUpTo = number;
        return true;
    }

    public long readUpTo() {
        return readUpTo;
    }

    /** The conversation and the reader. */
    public record Key(long conversationId, long personId) implements Serializable {}
}

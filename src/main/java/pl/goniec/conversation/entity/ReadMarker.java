package pl.goniec.conversation.entity;

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
 * How far a person has read the other side of a conversation. It only moves forward. Who changes sides begins anew, because
 * each side's messages have numbers of their own.
 */
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

    @Id
    @Enumerated(EnumType.STRING)
    private Side side;

    @Column(name = "read_up_to")
    private long readUpTo;

    protected ReadMarker() {}

    public ReadMarker(ConversationId conversation, PersonId person, Side side) {
        conversationId = conversation.value();
        personId = person.value();
        this.side = side;
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

    /** The conversation, the reader and his side. */
    public record Key(long conversationId, long personId, Side side) implements Serializable {}
}

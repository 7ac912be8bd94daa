package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Side;

/** A person of a side read the other side up to a message. Message n was read at the first reading that reaches n. */
@Entity
@IdClass(Reading.Key.class)
public class Reading {

    @Id
    @Column(name = "conversation_id")
    private long conversationId;

    @Id
    @Column(name = "person_id")
    private long personId;

    @Id
    @Enumerated(EnumType.STRING)
    private Side side;

    @Id
    @Column(name = "read_up_to")
    private long readUpTo;

    @Column(name = "read_at")
    private Instant readAt;

    protected Reading() {}

    public Reading(ConversationId conversation, PersonId person, Side side, long readUpTo, Instant readAt) {
        this.conversationId = conversation.value();
        this.personId = person.value();
        this.side = side;
        this.readUpTo = readUpTo;
        this.readAt = readAt;
    }

    /** The conversation, the reader, his side and how far he came. */
    public record Key(long conversationId, long personId, Side side, long readUpTo) implements Serializable {}
}

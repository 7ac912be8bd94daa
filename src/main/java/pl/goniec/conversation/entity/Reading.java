package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/** A person read the other side up to a message. Message n was read at the first reading that reaches n. */
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
    @Column(name = "read_up_to")
    private long readUpTo;

    @Column(name = "read_at")
    private Instant readAt;

    protected Reading() {}

    public Reading(ConversationId conversation, PersonId person, long readUpTo, Instant readAt) {
        this.conversationId = conversation.value();
        this.personId = person.value();
        this.readUpTo = readUpTo;
        this.readAt = readAt;
    }

    /** The conversation, the reader and how far he came. */
    public record Key(long conversationId, long personId, long readUpTo) implements Serializable {}
}

package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import pl.goniec.conversation.api.SentMessage;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.MessageId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/** What was sent. It never changes; the draft it came from is the key under which sending twice is one. */
@Entity
@IdClass(Message.Key.class)
public class Message {

    @Id
    @Column(name = "conversation_id")
    private long conversationId;

    @Id
    private long position;

    @Enumerated(EnumType.STRING)
    private Side side;

    @Column(name = "side_number")
    private long sideNumber;

    @Column(name = "author_id")
    private long authorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_role")
    private Role authorRole;

    @Column(name = "body_id")
    private long bodyId;

    @Column(name = "broadcast_id")
    private Long broadcastId;

    @Column(name = "draft_id")
    private Long draftId;

    @Column(name = "sent_at")
    private Instant sentAt;

    protected Message() {}

    Message(Conversation conversation, PersonId author, Role role, Body body, DraftId draft, Instant now) {
        conversationId = conversation.id().value();
        position = conversation.length();
        side = role.side();
        sideNumber = conversation.count(side);
        authorId = author.value();
        authorRole = role;
        bodyId = body.id();
        draftId = draft == null ? null : draft.value();
        sentAt = now;
    }

    /** Tells whether this person sent it in this conversation. */
    public boolean isBy(PersonId person, ConversationId conversation) {
        return authorId == person.value() && conversationId == conversation.value();
    }

    public MessageId id() {
        return new MessageId(new ConversationId(conversationId), position);
    }

    public long bodyId() {
        return bodyId;
    }

    /** Returns the acknowledgement. */
    public SentMessage sent() {
        return new SentMessage(id(), sentAt);
    }

    /** The conversation and the position in it. */
    public record Key(long conversationId, long position) implements Serializable {}
}

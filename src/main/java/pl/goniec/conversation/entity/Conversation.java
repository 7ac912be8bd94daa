package pl.goniec.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;
import pl.goniec.shared.Side;

/**
 * The one running conversation of a client person with the office. It exists from the moment the person is added to the
 * company. Each side counts its own messages, and a message's position is the sum of both counts: unread for a reader is
 * the other side's count less his marker. Numbers are taken while the row is locked.
 */
@Entity
@SequenceGenerator(name = "conversation_seq", sequenceName = "conversation_seq")
public class Conversation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "conversation_seq")
    private long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "office_count")
    private long officeCount;

    @Column(name = "client_count")
    private long clientCount;

    @Column(name = "last_sent_at")
    private Instant lastSentAt;

    @Column(name = "last_talk_at")
    private Instant lastTalkAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_talk_side")
    private Side lastTalkSide;

    protected Conversation() {}

    /** Begins the conversation of somebody who has become a client in a company; nothing is said yet. */
    public Conversation(CompanyId company, PersonId person) {
        companyId = company.value();
        personId = person.value();
    }

    /**
     * Adds a message at the end; the row must be locked.
     *
     * @param draft from which it is sent, or null when a program sends it
     */
    public Message post(PersonId author, Role role, Body body, DraftId draft, Instant now) {
        if (role.side() == Side.OFFICE) {
            officeCount++;
        } else {
            clientCount++;
        }
        lastSentAt = now;
        lastTalkAt = now;
        lastTalkSide = role.side();
        return new Message(this, author, role, body, draft, now);
    }

    /** Returns how many messages the side has sent. */
    public long count(Side side) {
        return side == Side.OFFICE ? officeCount : clientCount;
    }

    /** Returns the position of the last message, 0 before the first. */
    public long length() {
        return officeCount + clientCount;
    }

    public ConversationId id() {
        return new ConversationId(id);
    }

    public CompanyId company() {
        return new CompanyId(companyId);
    }

    public PersonId person() {
        return new PersonId(personId);
    }
}

package pl.goniec.backoffice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;
import pl.goniec.shared.PersonId;

/**
 * Something of which programs of the office are told: written with what it tells, then numbered, then relayed. It holds ids and no
 * text of anybody's.
 */
@Entity
@Table(name = "company_event")
@SequenceGenerator(name = "company_event_seq", sequenceName = "company_event_seq")
public class CompanyEvent {

    /** The stream of what concerns no single company. */
    public static final CompanyId OFFICE = new CompanyId(0);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_event_seq")
    private long id;

    @Column(name = "company_id")
    private long companyId;

    private Long number;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "conversation_id")
    private Long conversationId;

    private Long position;

    @Column(name = "broadcast_id")
    private Long broadcastId;

    private Long cancelled;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "relayed_at")
    private Instant relayedAt;

    protected CompanyEvent() {}

    private CompanyEvent(EventKind kind, CompanyId company, PersonId person, Instant now) {
        this.kind = kind;
        this.companyId = company.value();
        this.personId = person == null ? null : person.value();
        this.happenedAt = now;
    }

    /** Something in a conversation, at a position or up to a number. */
    public static CompanyEvent in(
            EventKind kind,
            CompanyId company,
            ConversationId conversation,
            long position,
            PersonId person,
            Instant now) {
        var event = new CompanyEvent(kind, company, person, now);
        event.conversationId = conversation.value();
        event.position = position;
        return event;
    }

    /** Something about a POWIADOMIENIE; the person is its author or a recipient, or null. */
    public static CompanyEvent of(
            EventKind kind, CompanyId company, BroadcastId broadcast, PersonId person, Instant now) {
        var event = new CompanyEvent(kind, company, person, now);
        event.broadcastId = broadcast.value();
        return event;
    }

    /** A POWIADOMIENIE of which nothing is on its way any more, and how many do not get it because it was withdrawn. */
    public static CompanyEvent finished(BroadcastId broadcast, long cancelled, Instant now) {
        var event = of(EventKind.BROADCAST_FINISHED, OFFICE, broadcast, null, now);
        event.cancelled = cancelled;
        return event;
    }

    /** Gives it its place in the stream of its company. */
    public void number(long next) {
        number = next;
    }

    public long id() {
        return id;
    }

    public EventKind kind() {
        return kind;
    }

    public CompanyId company() {
        return new CompanyId(companyId);
    }

    /** Returns the number in its stream, or null while it has none. */
    public Long number() {
        return number;
    }

    public Long conversation() {
        return conversationId;
    }

    public Long position() {
        return position;
    }

    public Long broadcast() {
        return broadcastId;
    }

    public Long cancelled() {
        return cancelled;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}

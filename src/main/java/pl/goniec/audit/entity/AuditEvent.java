package pl.goniec.audit.entity;

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

/** Who did what to which object, when, from where, and whether it was done or refused. Ids only, never content. */
@Entity
@Table(name = "audit_event")
@SequenceGenerator(name = "audit_event_seq", sequenceName = "audit_event_seq")
public class AuditEvent {

    private static final int OBJECT_LENGTH = 200;
    private static final int ACTOR_LENGTH = 254;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event_seq")
    private long id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String actor;

    private String action;

    private String object;

    @Enumerated(EnumType.STRING)
    private Result result;

    private String address;

    @Column(name = "correlation_id")
    private String correlationId;

    protected AuditEvent() {}

    public AuditEvent(
            String actor,
            String action,
            String object,
            Result result,
            String address,
            String correlationId,
            Instant now) {
        this.happenedAt = now;
        this.actor = cut(actor, ACTOR_LENGTH);
        this.action = action;
        this.object = cut(object, OBJECT_LENGTH);
        this.result = result;
        this.address = address;
        this.correlationId = correlationId;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** Whether it was done or refused. */
    public enum Result {
        DONE,
        REFUSED
    }
}

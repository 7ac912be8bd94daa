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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.goniec.audit.api.AuditAction;
import pl.goniec.audit.api.AuditRow;

/** Who did what to which object, when, from where, and whether it was done or refused. Ids and log-in names only, never content. */
@Entity
@Table(name = "audit_event")
@SequenceGenerator(name = "audit_event_seq", sequenceName = "audit_event_seq")
public class AuditEvent {

    private static final int OBJECT_LENGTH = 600;
    private static final int ACTOR_LENGTH = 254;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event_seq")
    private long id;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    private String object;

    @Enumerated(EnumType.STRING)
    private Result result;

    private String address;

    @Column(name = "correlation_id")
    private String correlationId;

    protected AuditEvent() {}

    public AuditEvent(
            String actor,
            AuditAction action,
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

    public long id() {
        return id;
    }

    /** Returns the row as it may be shown; the seal is null until it has one. */
    public AuditRow row(AuditSeal seal) {
        return new AuditRow(
                id,
                happenedAt,
                actor,
                action,
                object,
                result == Result.REFUSED,
                address,
                correlationId,
                seal == null ? null : seal.number(),
                seal == null ? null : seal.hash());
    }

    /**
     * Returns the SHA-256 of everything in this row, of its number and of the seal before it, in hexadecimal. Every value comes
     * with its length, so that no two different rows read the same.
     */
    String hash(long number, String previous) {
        var text = Stream.of(
                        previous,
                        Long.toString(number),
                        Long.toString(id),
                        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, happenedAt)),
                        actor,
                        action.name(),
                        object,
                        result.name(),
                        address,
                        correlationId)
                .map(value -> value == null ? "-" : value.length() + ":" + value)
                .collect(Collectors.joining("|"));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
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

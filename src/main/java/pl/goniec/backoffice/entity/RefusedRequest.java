package pl.goniec.backoffice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * The last refusal of a program's request, and how often it was refused. Requests whose number could not be read share one row per
 * program, so that a program that sends nonsense all night leaves one row and not thousands.
 */
@Entity
@Table(name = "refused_request")
@IdClass(RefusedRequest.Key.class)
public class RefusedRequest {

    @Id
    private String program;

    @Id
    @Column(name = "request_id")
    private String requestId;

    private String kind;

    private String reply;

    @Column(name = "refused_at")
    private Instant refusedAt;

    private int times;

    protected RefusedRequest() {}

    /**
     * Notes a first refusal.
     *
     * @param program its name, or empty when nobody signed the request
     * @param requestId or empty
     * @param kind what was asked for, or empty
     * @param reply the whole reply that the program got
     */
    public RefusedRequest(String program, String requestId, String kind, String reply, Instant now) {
        this.program = program;
        this.requestId = requestId;
        this.kind = kind;
        this.reply = reply;
        this.refusedAt = now;
        this.times = 1;
    }

    public String program() {
        return program;
    }

    public String requestId() {
        return requestId;
    }

    public String kind() {
        return kind;
    }

    public String reply() {
        return reply;
    }

    public Instant refusedAt() {
        return refusedAt;
    }

    public int times() {
        return times;
    }

    /** A program and its number of the request. */
    public record Key(String program, String requestId) implements Serializable {}
}

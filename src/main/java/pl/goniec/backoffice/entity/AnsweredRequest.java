package pl.goniec.backoffice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.PersonId;

/** A request of a program and the reply that it got, for ever. The program and its number of the request are unique. */
@Entity
@Table(name = "back_office_request")
@SequenceGenerator(name = "back_office_request_seq", sequenceName = "back_office_request_seq")
public class AnsweredRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "back_office_request_seq")
    private long id;

    @Column(name = "program_id")
    private long programId;

    @Column(name = "request_id")
    private String requestId;

    @Column(name = "content_hash")
    private String contentHash;

    private String reply;

    @Column(name = "broadcast_id")
    private Long broadcastId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected AnsweredRequest() {}

    /**
     * Notes a reply.
     *
     * @param broadcast the POWIADOMIENIE that was accepted, or null
     */
    public AnsweredRequest(
            PersonId program, String requestId, String contentHash, String reply, BroadcastId broadcast, Instant now) {
        this.programId = program.value();
        this.requestId = requestId;
        this.contentHash = contentHash;
        this.reply = reply;
        this.broadcastId = broadcast == null ? null : broadcast.value();
        this.answeredAt = now;
    }

    /** Tells whether this content is what was asked for. */
    public boolean says(String otherHash) {
        return contentHash.equals(otherHash);
    }

    public String reply() {
        return reply;
    }

    /** Returns the POWIADOMIENIE that was accepted, or null. */
    public BroadcastId broadcast() {
        return broadcastId == null ? null : new BroadcastId(broadcastId);
    }
}

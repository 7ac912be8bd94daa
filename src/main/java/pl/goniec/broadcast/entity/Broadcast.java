package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import pl.goniec.broadcast.api.AcceptedBroadcast;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.DraftId;
import pl.goniec.shared.PersonId;
import pl.goniec.shared.Role;

/**
 * A POWIADOMIENIE that was accepted. It says who wrote what to how many; what became of it is told by its ledger alone:
 * it is finished when no receipt is pending.
 */
@Entity
@SequenceGenerator(name = "broadcast_seq", sequenceName = "broadcast_seq")
public class Broadcast {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "broadcast_seq")
    private long id;

    @Column(name = "draft_id")
    private Long draftId;

    @Column(name = "author_id")
    private long authorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_role")
    private Role authorRole;

    @Column(name = "body_id")
    private long bodyId;

    @Column(name = "with_employees")
    private boolean withEmployees;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "company_count")
    private int companyCount;

    @Column(name = "recipient_count")
    private int recipientCount;

    protected Broadcast() {}

    /**
     * A broadcast of which it is not counted yet who receives it.
     *
     * @param draft from which it was sent, or null when a program sends it
     */
    public Broadcast(DraftId draft, PersonId author, Role role, long body, boolean employees, Instant now) {
        draftId = draft == null ? null : draft.value();
        authorId = author.value();
        authorRole = role;
        bodyId = body;
        withEmployees = employees;
        acceptedAt = now;
    }

    /** Notes how many companies were ticked and how many persons receive. */
    public void counted(int companies, int recipients) {
        companyCount = companies;
        recipientCount = recipients;
    }

    public BroadcastId id() {
        return new BroadcastId(id);
    }

    public long bodyId() {
        return bodyId;
    }

    public boolean withEmployees() {
        return withEmployees;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public int companyCount() {
        return companyCount;
    }

    public Role authorRole() {
        return authorRole;
    }

    public AcceptedBroadcast accepted() {
        return new AcceptedBroadcast(id(), companyCount, recipientCount);
    }
}

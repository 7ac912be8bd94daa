package pl.goniec.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The seal of one row: its number in the chain and a hash of the row, the number and the seal before. Whoever changes a row
 * breaks its seal; whoever takes one out leaves a gap.
 */
@Entity
@Table(name = "audit_seal")
public class AuditSeal {

    /** What stands before the first seal. */
    public static final String NOTHING = "0".repeat(64);

    @Id
    private long number;

    @Column(name = "event_id")
    private long eventId;

    private String hash;

    protected AuditSeal() {}

    /** Seals a row behind another seal, or as the first when there is none. */
    public AuditSeal(AuditSeal previous, AuditEvent event) {
        this.number = previous == null ? 1 : previous.number + 1;
        this.eventId = event.id();
        this.hash = event.hash(number, previous == null ? NOTHING : previous.hash);
    }

    /** Tells whether it seals this row behind the other seal. */
    public boolean fits(String previousHash, AuditEvent event) {
        return hash.equals(event.hash(number, previousHash));
    }

    public long number() {
        return number;
    }

    public String hash() {
        return hash;
    }
}

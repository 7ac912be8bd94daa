package pl.goniec.identity.entity;

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
import pl.goniec.identity.api.LinkPurpose;

/**
 * A link in a letter that lets its person set a password, once and for a while. Only the hash of its secret is kept. It ends when
 * it is used, replaced by a newer one or taken back.
 */
@Entity
@Table(name = "account_link")
public class AccountLink {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_link_seq")
    @SequenceGenerator(name = "account_link_seq", sequenceName = "account_link_seq", allocationSize = 50)
    private long id;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected AccountLink() {}

    /** A link that works from now on, as long as its purpose lets it. */
    public AccountLink(Person person, LinkPurpose purpose, String secretHash, Instant now) {
        this.personId = person.id();
        this.purpose = purpose;
        this.secretHash = secretHash;
        this.madeAt = now;
        this.expiresAt = now.plus(purpose.lasts());
    }

    /** Lets it work no more. */
    public void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    /** Tells whether it works at a moment. */
    public boolean works(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    public LinkPurpose purpose() {
        return purpose;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

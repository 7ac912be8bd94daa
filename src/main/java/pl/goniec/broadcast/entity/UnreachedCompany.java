package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A company that was ticked and in which nobody received. */
@Entity
@Table(name = "broadcast_unreached")
@IdClass(UnreachedCompany.Key.class)
public class UnreachedCompany {

    @Id
    @Column(name = "broadcast_id")
    private long broadcastId;

    @Id
    @Column(name = "company_id")
    private long companyId;

    protected UnreachedCompany() {}

    /** The broadcast and the company. */
    public record Key(long broadcastId, long companyId) implements Serializable {}
}

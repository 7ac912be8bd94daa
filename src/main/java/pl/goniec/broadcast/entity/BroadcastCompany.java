package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A company that was ticked. */
@Entity
@Table(name = "broadcast_company")
@IdClass(BroadcastCompany.Key.class)
public class BroadcastCompany {

    @Id
    @Column(name = "broadcast_id")
    private long broadcastId;

    @Id
    @Column(name = "company_id")
    private long companyId;

    protected BroadcastCompany() {}

    /** The broadcast and the company. */
    public record Key(long broadcastId, long companyId) implements Serializable {}
}

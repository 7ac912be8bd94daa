package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

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
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long broadcastId;
        private long companyId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.broadcastId == broadcastId && key.companyId == companyId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(broadcastId, companyId);
        }
    }
}

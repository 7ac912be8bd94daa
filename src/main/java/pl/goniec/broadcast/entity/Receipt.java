package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;

/** One recipient's row in the ledger. Written by set-based statements; read when his marker reaches the number. */
@Entity
@IdClass(Receipt.Key.class)
public class Receipt {

    @Id
    @Column(name = "broadcast_id")
    private long broadcastId;

    @Id
    @Column(name = "conversation_id")
    private long conversationId;

    private int chunk;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Column(name = "side_number")
    private Long sideNumber;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    protected Receipt() {}

    /** The broadcast and the recipient's conversation. */
    public record Key(long broadcastId, long conversationId) implements Serializable {}
}

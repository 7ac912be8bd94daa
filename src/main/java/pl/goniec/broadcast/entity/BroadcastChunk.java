package pl.goniec.broadcast.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import pl.goniec.shared.BroadcastId;

/**
 * A part of a broadcast that is delivered in one transaction. After each successful dispatch it waits twice as long
 * before it is dispatched again, so that a paused queue does not fill with copies.
 */
@Entity
@Table(name = "broadcast_chunk")
@IdClass(BroadcastChunk.Key.class)
public class BroadcastChunk {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 6;

    @Id
    @Column(name = "broadcast_id")
    private long broadcastId;

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int dispatches;

    @Column(name = "next_dispatch_at")
    private Instant nextDispatchAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected BroadcastChunk() {}

    /** A chunk that may be dispatched from now on. */
    public BroadcastChunk(BroadcastId broadcast, int number, Instant now) {
        broadcastId = broadcast.value();
        this.number = number;
        state = DeliveryState.PENDING;
        nextDispatchAt = now;
    }

    /** Notes a successful dispatch. */
    public void dispatched(Instant now, Duration firstWait) {
        var wait = firstWait.multipliedBy(1L << Math.min(dispatches, DOUBLINGS));
        nextDispatchAt = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        dispatches++;
    }

    public BroadcastId broadcast() {
        return new BroadcastId(broadcastId);
    }

    public int number() {
        return number;
    }

    /** The broadcast and the chunk's number. */
    public record Key(long broadcastId, int number) implements Serializable {}
}

package pl.goniec.broadcast.api;

import java.util.Set;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.PersonId;

/** A chunk of a POWIADOMIENIE was delivered, or finally failed. The audience are recipients and the office's people. */
public record ChunkDelivered(BroadcastId id, int chunk, boolean failed, Set<PersonId> audience) {}

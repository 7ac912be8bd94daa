package pl.goniec.broadcast.api;

import java.util.Set;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.PersonId;

/** A POWIADOMIENIE was withdrawn from those who did not have it yet. The audience are the heads, who see every ledger. */
public record BroadcastWithdrawn(BroadcastId id, int cancelled, Set<PersonId> audience) {}

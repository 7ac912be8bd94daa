package pl.goniec.broadcast.api;

import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.PersonId;

/** Somebody asked for the failed copies to be sent again. */
public record BroadcastRetried(BroadcastId id, PersonId person) {}

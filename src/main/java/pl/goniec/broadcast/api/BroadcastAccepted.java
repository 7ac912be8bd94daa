package pl.goniec.broadcast.api;

import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.PersonId;

/** A POWIADOMIENIE was accepted: from here on it is delivered, whatever dies. */
public record BroadcastAccepted(BroadcastId id, PersonId author, int companies, int recipients) {}

package pl.goniec.broadcast.api;

import java.io.Serializable;
import pl.goniec.shared.BroadcastId;

/** The acknowledgement of a POWIADOMIENIE; the same for each repetition. */
public record AcceptedBroadcast(BroadcastId id, int companies, int recipients) implements Serializable {}

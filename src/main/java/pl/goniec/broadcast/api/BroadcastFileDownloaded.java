package pl.goniec.broadcast.api;

import pl.goniec.shared.AttachmentId;
import pl.goniec.shared.BroadcastId;
import pl.goniec.shared.PersonId;

/** A person of the office fetched a file of a broadcast from its ledger. */
public record BroadcastFileDownloaded(BroadcastId id, AttachmentId attachment, PersonId person) {}

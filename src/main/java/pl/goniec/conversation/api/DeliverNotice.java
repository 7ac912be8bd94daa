package pl.goniec.conversation.api;

import pl.goniec.shared.BroadcastId;

/** Deliver a POWIADOMIENIE into the conversations of one chunk of its ledger. */
public record DeliverNotice(BroadcastId broadcast, int chunk) {}

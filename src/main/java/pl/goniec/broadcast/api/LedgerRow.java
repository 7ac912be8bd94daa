package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.CompanyId;
import pl.goniec.shared.ConversationId;

/** One recipient's copy. */
public record LedgerRow(
        CompanyId company,
        String companyName,
        ConversationId conversation,
        String personName,
        LedgerState state,
        Instant deliveredAt,
        Instant readAt)
        implements Serializable {}

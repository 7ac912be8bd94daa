package pl.goniec.identity.api;

import java.io.Serializable;
import java.time.Instant;
import pl.goniec.shared.PersonId;

/**
 * A person of the office in the head's list.
 *
 * @param invitedUntil until when the invitation that he has works, or null when he has none
 */
public record StaffRow(
        PersonId id,
        String name,
        String email,
        String phone,
        OfficePosition position,
        AccountState state,
        Instant invitedUntil)
        implements Serializable {}

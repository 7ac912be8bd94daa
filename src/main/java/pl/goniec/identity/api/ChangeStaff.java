package pl.goniec.identity.api;

import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import pl.goniec.shared.PersonId;

/**
 * A change of a person of the office.
 *
 * @param version what was seen when the form was opened
 * @param position or null when he is not of the office any more
 */
public record ChangeStaff(
        @NotNull PersonId id, long version, @NotNull PersonData data, OfficePosition position)
        implements Serializable {}

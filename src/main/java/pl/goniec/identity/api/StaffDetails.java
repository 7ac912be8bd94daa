package pl.goniec.identity.api;

import java.io.Serializable;

/**
 * A person of the office as the head sees and changes him.
 *
 * @param version what the head saw: a change made in the meantime is not overwritten
 * @param self whether it is the head himself, who neither blocks himself nor changes his position
 */
public record StaffDetails(StaffRow row, Language language, long version, boolean self) implements Serializable {

    public PersonData data() {
        return new PersonData(row.name(), row.email(), row.phone());
    }
}

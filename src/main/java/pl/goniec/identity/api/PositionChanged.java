package pl.goniec.identity.api;

import pl.goniec.shared.PersonId;

/**
 * Somebody is something else in the office than before.
 *
 * @param position null when he is not of the office any more
 */
public record PositionChanged(PersonId person, OfficePosition position) {

    /** Tells whether he may still be given companies' correspondence. */
    public boolean correspondent() {
        return position != null && position.correspondent();
    }
}

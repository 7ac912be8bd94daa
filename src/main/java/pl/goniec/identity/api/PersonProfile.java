package pl.goniec.identity.api;

import java.io.Serializable;
import pl.goniec.shared.PersonId;

/**
 * The person who is logged in.
 *
 * @param position what he is in the office, or null for a client person
 * @param client whether he belongs to a client company
 * @param officeName of the office that runs this Goniec, or null while it has not been set up
 * @param logo the version of the office's logo, or null when it has none
 * @param generation to which a session must belong
 */
public record PersonProfile(
        PersonId id,
        String name,
        String email,
        OfficePosition position,
        boolean client,
        Language language,
        Theme theme,
        MailChoice mailChoice,
        String officeName,
        Long logo,
        long generation)
        implements Serializable {

    public boolean office() {
        return position != null;
    }

    /** Tells whether this person is anything, in the office or in a company; whoever is nothing any more cannot log in either. */
    public boolean hasPlace() {
        return office() || client;
    }

    /** Tells whether the office has given this person clients' correspondence at all. */
    public boolean correspondent() {
        return office() && position.correspondent();
    }

    /** Returns what a session of this person must carry. */
    public SessionMark session() {
        return new SessionMark(id, generation);
    }

    public String initials() {
        return Initials.of(name);
    }
}

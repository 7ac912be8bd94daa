package pl.goniec.company.api;

import java.io.Serializable;
import pl.goniec.shared.PersonId;

/**
 * Which companies of the administration.
 *
 * @param search part of the name, of the number or of a tag, or digits of the NIP; blank for all
 * @param caretaker who looks after them today, or null for all
 */
public record CompanyAdminFilter(String search, PersonId caretaker, Activity activity) implements Serializable {

    /** Whether companies are active. */
    public enum Activity {
        ACTIVE,
        INACTIVE,
        ALL
    }
}

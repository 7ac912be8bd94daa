package pl.goniec.identity.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import pl.goniec.identity.api.PersonProfile;

/**
 * Who is calling, read once per request, however many services ask. What he may see is no part of it: every query joins the
 * rights as they stand.
 */
@RequestScoped
public class Caller {

    @Inject
    PersonRepository persons;

    private String email;
    private Optional<PersonProfile> profile = Optional.empty();

    /** Returns the person of the caller's log-in name, if his account is in use. */
    public Optional<PersonProfile> profile(String name) {
        if (!name.equals(email)) {
            profile = persons.profile(name);
            email = name;
        }
        return profile;
    }

    /** Reads him anew when he is asked for again. */
    public void forget() {
        email = null;
    }
}

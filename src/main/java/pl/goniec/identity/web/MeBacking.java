package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import pl.goniec.identity.api.OfficePosition;
import pl.goniec.identity.api.PersonProfile;
import pl.goniec.identity.api.Theme;
import pl.goniec.identity.boundary.ProfileService;
import pl.goniec.shared.PersonId;

/** The person who looks at the page, read once per request. */
@Named("me")
@RequestScoped
public class MeBacking {

    @Inject
    private ProfileService profiles;

    private PersonProfile profile;

    /** Returns the profile as it stands in the database. */
    public PersonProfile profile() {
        if (profile == null) {
            profile = profiles.me();
        }
        return profile;
    }

    /** Forgets what was read, after it was changed. */
    public void forget() {
        profile = null;
    }

    public PersonId getId() {
        return profile().id();
    }

    public String getName() {
        return profile().name();
    }

    public String getEmail() {
        return profile().email();
    }

    public String getInitials() {
        return profile().initials();
    }

    public String getOfficeName() {
        return profile().officeName();
    }

    /** Returns the version of the office's logo, or null when it has none. */
    public Long getLogo() {
        return profile().logo();
    }

    public OfficePosition getPosition() {
        return profile().position();
    }

    public boolean isOffice() {
        return profile().office();
    }

    public boolean isClient() {
        return profile().client();
    }

    /** Tells whether the office has given this person clients' correspondence at all. */
    public boolean isCorrespondent() {
        return profile().correspondent();
    }

    /** Returns light or dark, or nothing when the machine decides. */
    public String getTheme() {
        Theme theme = profile().theme();
        return theme == Theme.SYSTEM ? "" : theme.name().toLowerCase(Locale.ROOT);
    }
}

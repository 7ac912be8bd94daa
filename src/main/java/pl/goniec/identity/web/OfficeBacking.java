package pl.goniec.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.identity.boundary.OfficeService;

/** The office as pages show it, before the log-in too; read once per request. */
@Named("officeDetails")
@RequestScoped
public class OfficeBacking {

    @Inject
    private OfficeService offices;

    private OfficeDetails details;

    public String getName() {
        return details().name();
    }

    /** Returns the version of the logo, or null when there is none. */
    public Long getLogo() {
        return details().logo();
    }

    public String getPhone() {
        return details().phone();
    }

    public List<OpeningHours> getHours() {
        return details().hours();
    }

    private OfficeDetails details() {
        if (details == null) {
            details = offices.office();
        }
        return details;
    }
}

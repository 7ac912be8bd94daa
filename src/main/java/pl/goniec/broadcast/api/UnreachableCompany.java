package pl.goniec.broadcast.api;

import java.io.Serializable;
import pl.goniec.shared.CompanyId;

/** A ticked company with nobody to receive, and why. */
public record UnreachableCompany(CompanyId id, String name, Reason reason) implements Serializable {

    /** Why nobody of a company receives. */
    public enum Reason {
        NO_ENTREPRENEUR,
        NOT_ACTIVATED,
        BLOCKED
    }
}

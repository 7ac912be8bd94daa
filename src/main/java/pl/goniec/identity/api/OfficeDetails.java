package pl.goniec.identity.api;

import java.io.Serializable;
import java.util.List;

/**
 * The office as its clients see it.
 *
 * @param hours Monday first; a day that is missing is closed
 */
public record OfficeDetails(String name, String phone, List<OpeningHours> hours) implements Serializable {

    public OfficeDetails {
        hours = List.copyOf(hours);
    }
}

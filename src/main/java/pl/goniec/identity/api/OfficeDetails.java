package pl.goniec.identity.api;

import java.io.Serializable;
import java.util.List;

/**
 * The office as its clients see it.
 *
 * @param hours Monday first; a day that is missing is closed
 * @param logo the version of its logo, or null when it has none
 */
public record OfficeDetails(String name, String phone, List<OpeningHours> hours, Long logo) implements Serializable {

    public OfficeDetails {
        hours = List.copyOf(hours);
    }
}

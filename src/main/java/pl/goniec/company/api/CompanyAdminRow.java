package pl.goniec.company.api;

import java.io.Serializable;
import java.util.List;
import pl.goniec.shared.CompanyId;

/**
 * A company in the list of the administration.
 *
 * @param nip as people write it, with dashes
 * @param number the office's own number, or null
 * @param caretakers the names of who looks after it today, substitutes last
 */
public record CompanyAdminRow(
        CompanyId id,
        String name,
        String nip,
        String number,
        List<String> tags,
        List<String> caretakers,
        boolean active)
        implements Serializable {

    public CompanyAdminRow {
        tags = List.copyOf(tags);
        caretakers = List.copyOf(caretakers);
    }
}

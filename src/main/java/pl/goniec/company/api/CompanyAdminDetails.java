package pl.goniec.company.api;

import java.io.Serializable;
import java.util.List;
import pl.goniec.shared.CompanyId;

/**
 * A company as the head of the office keeps it.
 *
 * @param version for {@code CompanyAdminService.change}, which refuses another one
 * @param data with the NIP as people write it
 * @param care who looks after it now, then who will, then who did, the latest first
 */
public record CompanyAdminDetails(CompanyId id, long version, CompanyData data, boolean active, List<CareRow> care)
        implements Serializable {

    public CompanyAdminDetails {
        care = List.copyOf(care);
    }
}

package pl.goniec.broadcast.api;

import java.io.Serializable;
import java.util.List;

/**
 * Who would receive a POWIADOMIENIE if it were sent now.
 *
 * @param companies how many companies are ticked
 * @param recipients how many persons receive it
 * @param employees how many employees the option adds or would add
 * @param unreachable the companies with nobody to receive it, by name
 */
public record AudienceSummary(int companies, int recipients, int employees, List<UnreachableCompany> unreachable)
        implements Serializable {

    public AudienceSummary {
        unreachable = List.copyOf(unreachable);
    }
}

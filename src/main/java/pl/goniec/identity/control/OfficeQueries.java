package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.entity.Office;
import pl.goniec.identity.entity.OfficeHours;

/** Reads the office. */
@Dependent
public class OfficeQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns the office; without a name or phone while it has not been set up. */
    public OfficeDetails office() {
        var hours = em.createQuery("SELECT h FROM OfficeHours h ORDER BY h.weekday", OfficeHours.class)
                .getResultStream()
                .map(OfficeHours::hours)
                .toList();
        return em.createQuery("SELECT o FROM Office o", Office.class)
                .getResultStream()
                .findFirst()
                .map(office -> new OfficeDetails(office.name(), office.phone(), hours))
                .orElseGet(() -> new OfficeDetails("", "", List.of()));
    }
}

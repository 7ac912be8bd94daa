package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import pl.goniec.identity.api.OfficeDetails;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.identity.entity.OfficeHours;

/** Reads the office, without its logo. */
@Dependent
public class OfficeQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns the office; without a name or phone while it has not been set up. */
    public OfficeDetails office() {
        return em.createQuery("SELECT o.name, o.phone, o.logoType, o.version FROM Office o", Object[].class)
                .getResultStream()
                .findFirst()
                .map(row -> new OfficeDetails(
                        (String) row[0], (String) row[1], hours(), row[2] == null ? null : (Long) row[3]))
                .orElseGet(() -> new OfficeDetails("", "", hours(), null));
    }

    /** Returns when the office is open, Monday first. */
    public List<OpeningHours> hours() {
        return em.createQuery("SELECT h FROM OfficeHours h ORDER BY h.weekday", OfficeHours.class)
                .getResultStream()
                .map(OfficeHours::hours)
                .toList();
    }
}

package pl.goniec.identity.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import pl.goniec.identity.api.OpeningHours;
import pl.goniec.identity.entity.Office;
import pl.goniec.identity.entity.OfficeHours;
import pl.goniec.platform.persistence.Duplicates;
import pl.goniec.shared.NotFoundException;

/** Loads and stores the office. */
@Dependent
public class OfficeRepository {

    @PersistenceContext
    EntityManager em;

    /** Returns the office, if it has been set up. */
    public Optional<Office> office() {
        return em.createQuery("SELECT o FROM Office o", Office.class)
                .getResultStream()
                .findFirst();
    }

    /** Returns the office as it is now, and lets nobody else change it until the end of the transaction. */
    public Optional<Office> locked() {
        return em.createQuery("SELECT o FROM Office o", Office.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Stores the office for the first time.
     *
     * @throws NotFoundException when somebody else does it at this moment
     */
    public void add(Office office) {
        em.persist(office);
        Duplicates.flush(em, NotFoundException::new);
    }

    /** Gives the office another version, also when only its hours change, which are rows of their own. */
    public void renew(Office office) {
        em.lock(office, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Stores when the office is open, in place of what was said before. */
    public void open(List<OpeningHours> hours) {
        em.createQuery("DELETE FROM OfficeHours").executeUpdate();
        hours.forEach(day -> em.persist(new OfficeHours(day)));
        em.flush();
    }
}

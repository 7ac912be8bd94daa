package pl.goniec.audit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import pl.goniec.audit.entity.AuditEvent;

/** Adds rows to the audit trail. */
@Dependent
public class AuditRepository {

    @PersistenceContext
    EntityManager em;

    public void add(AuditEvent event) {
        em.persist(event);
    }
}

package pl.goniec.audit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import pl.goniec.audit.api.AuditFilter;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.entity.AuditEvent;
import pl.goniec.audit.entity.AuditEvent.Result;
import pl.goniec.audit.entity.AuditSeal;
import pl.goniec.platform.persistence.LikePattern;

/** Reads the audit trail, newest first, each page from the place where the one before it ended. */
@Dependent
public class AuditQueries {

    @PersistenceContext
    EntityManager em;

    /** Returns rows older than a place. */
    public List<AuditRow> rows(AuditFilter filter, AuditPlace before, int size) {
        var action = filter.action() == null ? "" : " AND e.action = :action";
        var query = em.createQuery("""
                        SELECT e, s FROM AuditEvent e LEFT JOIN AuditSeal s ON s.eventId = e.id
                        WHERE e.happenedAt >= :from AND e.happenedAt < :to
                          AND LOWER(e.actor) LIKE :actor ESCAPE '!'
                          AND (:refused = FALSE OR e.result = :refusal)
                          AND (e.happenedAt < :at OR (e.happenedAt = :at AND e.id < :id))
                        """ + action + " ORDER BY e.happenedAt DESC, e.id DESC", Object[].class)
                .setParameter("from", Objects.requireNonNullElse(filter.from(), Instant.EPOCH))
                .setParameter("to", Objects.requireNonNullElse(filter.to(), AuditPlace.NEWEST.at()))
                .setParameter("actor", LikePattern.containing(filter.actor()))
                .setParameter("refused", filter.refused())
                .setParameter("refusal", Result.REFUSED)
                .setParameter("at", before.at())
                .setParameter("id", before.id())
                .setMaxResults(size);
        if (filter.action() != null) {
            query.setParameter("action", filter.action());
        }
        return query.getResultStream()
                .map(row -> ((AuditEvent) row[0]).row((AuditSeal) row[1]))
                .toList();
    }
}

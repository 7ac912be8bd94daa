package pl.goniec.audit.control;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import pl.goniec.audit.api.AuditFilter;
import pl.goniec.audit.api.AuditPlace;
import pl.goniec.audit.api.AuditRow;
import pl.goniec.audit.api.AuditView;
import pl.goniec.audit.entity.AuditEvent;
import pl.goniec.audit.entity.AuditEvent.Result;
import pl.goniec.audit.entity.AuditSeal;
import pl.goniec.platform.persistence.LikePattern;

/** Reads the audit trail, newest first, each page from the place where the one before it ended. */
@Dependent
public class AuditQueries {

    /** At most eighteen digits, as every id has: a longer number is none. */
    private static final Pattern COMPANY = Pattern.compile("\\bcompany (\\d{1,18})\\b");

    private static final Pattern PERSON = Pattern.compile("\\bperson (\\d{1,18})\\b");

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

    /** Returns the rows with today's names of the companies and people in them. */
    public AuditView named(List<AuditRow> rows) {
        var companies = ids(rows, COMPANY);
        var people = ids(rows, PERSON);
        return new AuditView(
                rows,
                companies.isEmpty() ? Map.of() : companyNames(companies),
                people.isEmpty() ? Map.of() : peopleNames(people));
    }

    private static Set<Long> ids(List<AuditRow> rows, Pattern named) {
        return rows.stream()
                .flatMap(row -> named.matcher(row.object()).results())
                .map(found -> Long.valueOf(found.group(1)))
                .collect(toSet());
    }

    private Map<Long, String> companyNames(Set<Long> ids) {
        return em.createQuery("SELECT c.id, c.name FROM Company c WHERE c.id IN :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    private Map<Long, String> peopleNames(Set<Long> ids) {
        return em.createQuery("SELECT p.id, p.fullName FROM Person p WHERE p.id IN :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(row -> (Long) row[0], row -> (String) row[1]));
    }
}

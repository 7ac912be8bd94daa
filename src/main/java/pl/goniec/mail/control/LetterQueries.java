package pl.goniec.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterProblem;
import pl.goniec.mail.api.LetterRow;
import pl.goniec.mail.api.MailOverview;
import pl.goniec.mail.entity.LetterState;
import pl.goniec.mail.entity.OutgoingLetter;
import pl.goniec.shared.Page;

/** Counts letters and lists those that did not go as they should. */
@Dependent
public class LetterQueries {

    private static final String TROUBLED = """
            FROM OutgoingLetter l, Person p WHERE p.id = l.personId
              AND (l.state = pl.goniec.mail.entity.LetterState.REFUSED
                OR l.state = pl.goniec.mail.entity.LetterState.WAITING AND l.problem IS NOT NULL)
            """;

    /** Letters that are put off though they were written before a moment, while none at all has been sent since. */
    private static final String PUT_OFF = """
            FROM letter w WHERE w.state = 'WAITING' AND w.problem LIKE 'POSTPONED %' AND w.written_at < ?1
              AND NOT EXISTS (SELECT 1 FROM letter s WHERE s.state = 'SENT' AND s.finished_at >= w.written_at)
            """;

    @PersistenceContext
    EntityManager em;

    /**
     * Returns how letters are getting on, where they are sent at all.
     *
     * @param writtenBefore only letters that have waited since then tell that all are put off
     */
    public MailOverview overview(boolean enabled, Instant writtenBefore) {
        var counts = counts();
        return new MailOverview(
                enabled,
                enabled ? Optional.ofNullable(outage()).orElseGet(() -> puttingOff(writtenBefore)) : null,
                counts.getOrDefault(LetterState.WAITING, 0L),
                counts.getOrDefault(LetterState.SENT, 0L),
                counts.getOrDefault(LetterState.REFUSED, 0L),
                counts.getOrDefault(LetterState.DROPPED, 0L));
    }

    private Map<LetterState, Long> counts() {
        var counts = new EnumMap<LetterState, Long>(LetterState.class);
        em.createQuery("SELECT l.state, COUNT(l) FROM OutgoingLetter l GROUP BY l.state", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((LetterState) row[0], (Long) row[1]));
        return counts;
    }

    /** Returns the outage that lasts, or null: it is noted on the letter that is the next to be sent, until that is sent. */
    private LetterProblem outage() {
        return LetterProblem.of(em.createQuery("""
                        SELECT MIN(l.problem) FROM OutgoingLetter l
                        WHERE l.state = pl.goniec.mail.entity.LetterState.WAITING AND l.problem LIKE 'UNREACHABLE %'
                        """, String.class).getSingleResult());
    }

    /** Returns why everything is put off, or null while something is sent. */
    private LetterProblem puttingOff(Instant writtenBefore) {
        return LetterProblem.of((String) em.createNativeQuery("SELECT MIN(w.problem) " + PUT_OFF)
                .setParameter(1, writtenBefore.atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    /** Returns letters that were refused or wait because something was wrong, newest first. */
    public Page<LetterRow> troubled(int first, int size) {
        long total = em.createQuery("SELECT COUNT(l) " + TROUBLED, Long.class).getSingleResult();
        var now = Instant.now();
        List<LetterRow> rows = em.createQuery(
                        "SELECT l, p.fullName " + TROUBLED + " ORDER BY l.writtenAt DESC, l.id DESC", Object[].class)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultStream()
                .map(row -> row((OutgoingLetter) row[0], (String) row[1], now))
                .toList();
        return new Page<>(rows, total);
    }

    private static LetterRow row(OutgoingLetter letter, String person, Instant now) {
        return new LetterRow(
                new LetterId(letter.id()),
                person,
                letter.address(),
                letter.kind(),
                letter.writtenAt(),
                letter.tries(),
                letter.state() == LetterState.REFUSED,
                letter.isRepeatable(now),
                letter.problem());
    }

    /** Tells whether nothing has been sent since this moment though it should, or letters were refused after the other. */
    public boolean needsALook(Instant troubleSince, Instant refusedAfter) {
        return !em.createNativeQuery("""
                        SELECT 1 FROM letter WHERE state = 'REFUSED' AND finished_at >= ?2
                        UNION ALL
                        SELECT 1 FROM letter WHERE state = 'WAITING' AND problem LIKE 'UNREACHABLE %' AND problem < ?3
                        UNION ALL
                        SELECT 1
                        """ + PUT_OFF)
                .setParameter(1, troubleSince.atOffset(ZoneOffset.UTC))
                .setParameter(2, refusedAfter.atOffset(ZoneOffset.UTC))
                .setParameter(3, "UNREACHABLE " + troubleSince.truncatedTo(ChronoUnit.SECONDS))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}

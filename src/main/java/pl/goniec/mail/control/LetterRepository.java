package pl.goniec.mail.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.entity.OutgoingLetter;
import pl.goniec.shared.PersonId;

/** Stores letters and takes them out to be sent. */
@Dependent
public class LetterRepository {

    @PersistenceContext
    EntityManager em;

    /** Stores a new letter. */
    public void add(OutgoingLetter letter) {
        em.persist(letter);
    }

    /** Returns the letters whose time has come, oldest first. */
    public List<LetterId> due(Instant now, int most) {
        var due = new ArrayList<LetterId>();
        for (var id : em.createNativeQuery("""
                        SELECT id FROM letter WHERE state = 'WAITING' AND next_try_at <= ?1
                        ORDER BY next_try_at, id LIMIT ?2
                        """)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .getResultList()) {
            due.add(new LetterId(((Number) id).longValue()));
        }
        return due;
    }

    /** Takes a letter that is still due, until the end of the transaction; one that another node has in hand is none. */
    public Optional<OutgoingLetter> take(LetterId id, Instant now) {
        return lock(
                "SELECT id FROM letter WHERE id = ?1 AND state = 'WAITING' AND next_try_at <= ?2"
                        + " FOR UPDATE SKIP LOCKED",
                id,
                now);
    }

    /** Returns a letter that was handed to the mail server, to note what came of that; nobody keeps it from this for long. */
    public OutgoingLetter handedOver(LetterId id) {
        em.createNativeQuery("SELECT id FROM letter WHERE id = ?1 FOR UPDATE")
                .setParameter(1, id.value())
                .getSingleResult();
        return fresh(id);
    }

    /** Takes a letter that was refused and is still of use, until the end of the transaction. */
    public Optional<OutgoingLetter> takeRefused(LetterId id, Instant now) {
        return lock(
                "SELECT id FROM letter WHERE id = ?1 AND state = 'REFUSED' AND (kind IN ('MESSAGES', 'ACCOUNT') OR expires_at > ?2)"
                        + " FOR UPDATE",
                id,
                now);
    }

    /** Takes the letters of a kind that a person has not got, until the end of the transaction. */
    public List<OutgoingLetter> unsent(PersonId person, LetterKind kind) {
        return em.createQuery("""
                        SELECT l FROM OutgoingLetter l
                        WHERE l.personId = :person AND l.kind = :kind
                          AND (l.state = pl.goniec.mail.entity.LetterState.WAITING
                            OR l.state = pl.goniec.mail.entity.LetterState.REFUSED)
                        """, OutgoingLetter.class)
                .setParameter("person", person.value())
                .setParameter("kind", kind)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Puts every refused letter that is still of use on its way again, as {@link OutgoingLetter#retry} does with one, and returns how
     * many. Those that tell of messages are dropped where a later one waits or goes as well: it covers them.
     */
    public int retryAll(Instant now) {
        em.createNativeQuery("""
                        UPDATE letter SET state = 'DROPPED', finished_at = ?1
                        WHERE state = 'REFUSED' AND kind = 'MESSAGES' AND EXISTS (
                            SELECT 1 FROM letter later
                            WHERE later.person_id = letter.person_id AND later.kind = 'MESSAGES' AND later.id > letter.id
                              AND later.state IN ('WAITING', 'REFUSED'))
                        """).setParameter(1, now.atOffset(ZoneOffset.UTC)).executeUpdate();
        return em.createNativeQuery("""
                        UPDATE letter SET state = 'WAITING', tries = 0, written_at = ?1, next_try_at = ?1, finished_at = NULL,
                            expires_at = CASE WHEN kind IN ('MESSAGES', 'ACCOUNT') THEN ?2 ELSE expires_at END, problem = NULL,
                            address = CASE WHEN kind = 'ACCOUNT' THEN address
                                ELSE (SELECT p.email FROM person p WHERE p.id = letter.person_id) END
                        WHERE state = 'REFUSED' AND (kind IN ('MESSAGES', 'ACCOUNT') OR expires_at > ?1)
                        """)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, now.plus(OutgoingLetter.PATIENCE).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Optional<OutgoingLetter> lock(String statement, LetterId id, Instant now) {
        return em.createNativeQuery(statement)
                        .setParameter(1, id.value())
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .getResultList()
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(fresh(id));
    }

    /** The row may have changed while it was waited for. */
    private OutgoingLetter fresh(LetterId id) {
        var letter = em.find(OutgoingLetter.class, id.value());
        em.refresh(letter);
        return letter;
    }
}

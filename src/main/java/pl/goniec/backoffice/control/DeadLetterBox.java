package pl.goniec.backoffice.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The broker's dead letters: {@code GoniecDLQ}. Looking takes nothing out of it. Every method fails with an
 * {@link jakarta.ejb.EJBException} when the broker is away.
 */
public interface DeadLetterBox {

    /** Returns letters, the oldest first. */
    List<DeadLetter> oldest(int most);

    /** Returns a letter, if it is there. */
    Optional<DeadLetter> find(String id);

    /** Tells whether any came after a moment. */
    boolean hasAnySince(Instant moment);

    /**
     * Puts a letter back into the queue from which it comes: it is taken out of one and into the other in one transaction of the
     * broker's, so that whatever dies it is in exactly one of them. Tells whether it was still there.
     */
    boolean putBack(DeadLetter letter);
}

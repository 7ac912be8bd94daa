package pl.goniec.backoffice.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;
import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import pl.goniec.backoffice.api.DeadLetterPage;
import pl.goniec.backoffice.api.DeadLetterRetried;
import pl.goniec.backoffice.api.RefusedRequestRow;
import pl.goniec.backoffice.control.DeadLetter;
import pl.goniec.backoffice.control.DeadLetterBox;
import pl.goniec.backoffice.control.DeadLetterWatch;
import pl.goniec.backoffice.control.RefusalRepository;
import pl.goniec.identity.boundary.CallerScope;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.ConflictException;
import pl.goniec.shared.Page;

/**
 * What was refused to programs, and what no try could deliver, for the head of the office. Nobody is shown what a message says. The
 * broker may be away: then the rest is shown all the same.
 */
@Stateless
@DenyAll
@RefusalsReported
public class DeadLetterService {

    private static final System.Logger LOG = System.getLogger(DeadLetterService.class.getName());

    /** Letters that are looked at: the broker counts for nobody but its operators, and a message may be large. */
    private static final int MOST = 1000;

    private static final Duration RECENT = Duration.ofDays(7);

    @Inject
    CallerScope caller;

    @Inject
    RefusalRepository refusals;

    @Inject
    DeadLetterBox box;

    @Inject
    DeadLetterWatch watch;

    @Inject
    Settings settings;

    @Inject
    Event<DeadLetterRetried> events;

    /** Returns requests that were refused to programs, the last one first. */
    @RolesAllowed(OFFICE_HEAD)
    public Page<RefusedRequestRow> refused(int first, int size) {
        caller.head();
        return refusals.open(first, size);
    }

    /** Returns dead letters, the last one first; of more than a thousand the oldest thousand. */
    @RolesAllowed(OFFICE_HEAD)
    public DeadLetterPage letters(int first, int size) {
        caller.head();
        try {
            return page(box.oldest(MOST + 1), first, size);
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The broker does not show its dead letters", e);
            return new DeadLetterPage(false, false, new Page<>(List.of(), 0));
        }
    }

    private DeadLetterPage page(List<DeadLetter> letters, int first, int size) {
        var looked = letters.stream().limit(MOST).toList();
        var rows = looked.stream()
                .sorted(Comparator.comparing(DeadLetter::sentAt).reversed())
                .skip(first)
                .limit(size)
                .map(letter -> letter.row(settings.maxDeliveries()))
                .toList();
        return new DeadLetterPage(true, letters.size() > MOST, new Page<>(rows, looked.size()));
    }

    /** Tells whether the head should look: a dead letter came within seven days. */
    @RolesAllowed(OFFICE_HEAD)
    public boolean needsALook() {
        caller.head();
        return watch.hasRecent();
    }

    /**
     * Puts a dead letter back to where it came from. The broker's transaction ends before that of the audit trail, so that there is no
     * row of what was not done.
     *
     * @param id the broker's number of the message
     * @throws ConflictException {@code deadLetter.gone} when it is not there, or not any more, {@code deadLetter.obstacle} when it
     *     must not be put back, {@code deadLetter.away} when the broker does not answer
     */
    @RolesAllowed(OFFICE_HEAD)
    public void retry(String id) {
        caller.head();
        var letter = asked(() -> box.find(id)).orElseThrow(DeadLetterService::gone);
        if (letter.obstacle() != null) {
            throw new ConflictException("deadLetter.obstacle");
        }
        events.fire(new DeadLetterRetried(letter.row(settings.maxDeliveries())));
        if (!asked(() -> box.putBack(letter))) {
            throw gone();
        }
        look();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The broker does not put a dead letter back", e);
            throw new ConflictException("deadLetter.away");
        }
    }

    private static ConflictException gone() {
        return new ConflictException("deadLetter.gone");
    }

    /** Asks the broker whether dead letters came lately. */
    @RolesAllowed(SYSTEM)
    public void look() {
        try {
            watch.note(box.hasAnySince(Instant.now().minus(RECENT)));
        } catch (EJBException e) {
            LOG.log(Level.DEBUG, "The broker does not show its dead letters", e);
        }
    }
}

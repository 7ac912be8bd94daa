package pl.goniec.mail.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.api.LetterProblem;
import pl.goniec.mail.api.LetterProblem.Reason;
import pl.goniec.mail.control.LetterRepository;
import pl.goniec.mail.control.Line;
import pl.goniec.mail.control.MailServer;
import pl.goniec.mail.control.PeopleQueries;
import pl.goniec.mail.control.Sender;
import pl.goniec.mail.entity.OutgoingLetter;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.persistence.OwnTransaction;

/**
 * Sends what waits in the outbox. Each letter is taken in hand in a transaction of its own, so that two nodes never send one letter
 * twice; it is handed over in none, so that nothing but letters waits for a slow mail server; and what came of it is noted in
 * another. What the mail server took before a crash is sent again, with the same number, only if that note was lost. A mail server
 * that is away is asked once for all letters and costs no letter a try.
 */
@Stateless
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class SendingService {

    private static final System.Logger LOG = System.getLogger(SendingService.class.getName());

    private static final int MOST = 500;

    /** Shorter than the time between two runs, so that they do not meet. */
    private static final Duration RUN = Duration.ofSeconds(4);

    @Resource
    UserTransaction transaction;

    @Inject
    LetterRepository letters;

    @Inject
    PeopleQueries people;

    @Inject
    MailServer server;

    @Inject
    Settings settings;

    /** Sends the letters that are due, for some seconds at most, and returns how many it took in hand. */
    @RolesAllowed(SYSTEM)
    public int sendDue() {
        var begin = Instant.now();
        var due = settings.isMail() ? letters.due(begin, MOST) : List.<LetterId>of();
        if (due.isEmpty()) {
            return 0;
        }
        int done = 0;
        try (var line = server.open()) {
            var sender = people.sender();
            var end = Instant.now().plus(RUN);
            boolean good = true;
            while (good && done < due.size() && Instant.now().isBefore(end)) {
                good = sent(due.get(done), line, sender);
                done++;
            }
        } catch (MessagingException e) {
            noteOutage(due, e);
        }
        return done;
    }

    /** Sends one letter, unless it is not to be sent any more; tells whether the line is still good for others. */
    private boolean sent(LetterId id, Line line, Sender sender) {
        var now = Instant.now();
        var taken = transacted(() -> letters.take(id, now).filter(letter -> goes(letter, now)));
        if (taken.isEmpty()) {
            return true;
        }
        var problem = line.send(taken.get(), sender, now);
        transacted(() -> note(id, problem));
        return problem.isEmpty() || line.isOpen();
    }

    private boolean goes(OutgoingLetter letter, Instant now) {
        if (letter.expired(now)) {
            letter.expire(now);
            return false;
        }
        if (!wanted(letter)) {
            letter.dropped(now);
            return false;
        }
        letter.takenInHand(now);
        return true;
    }

    private OutgoingLetter note(LetterId id, Optional<LetterProblem> problem) {
        var now = Instant.now();
        var letter = letters.handedOver(id);
        problem.ifPresentOrElse(reason -> note(letter, reason, now), () -> letter.sent(now));
        return letter;
    }

    private static void note(OutgoingLetter letter, LetterProblem problem, Instant now) {
        if (problem.reason() == Reason.POSTPONED) {
            letter.postponed(problem, now);
        } else {
            letter.refused(problem, now);
        }
    }

    /** Whoever may not log in is told of no messages; whoever is blocked is told nothing at all. */
    private boolean wanted(OutgoingLetter letter) {
        var state = people.state(letter.personId());
        return letter.kind() == LetterKind.MESSAGES ? "ACTIVE".equals(state) : !"BLOCKED".equals(state);
    }

    /** Notes on the first letter that still wants to be sent that nobody takes it; those before it have waited too long. */
    private void noteOutage(List<LetterId> due, MessagingException thrown) {
        var problem = new LetterProblem(Reason.UNREACHABLE, Instant.now(), Line.words(thrown));
        for (var id : due) {
            if (transacted(() -> letters.take(id, Instant.now())
                    .map(letter -> waits(letter, problem))
                    .orElse(false))) {
                return;
            }
        }
    }

    private static boolean waits(OutgoingLetter letter, LetterProblem problem) {
        if (letter.expired(problem.since())) {
            letter.expire(problem.since());
            return false;
        }
        stuck(letter, problem);
        return true;
    }

    private static void stuck(OutgoingLetter letter, LetterProblem problem) {
        if (letter.stuck(problem)) {
            LOG.log(System.Logger.Level.WARNING, "The mail server takes no letters: {0}", problem.words());
        }
    }

    private <T> T transacted(Supplier<T> work) {
        return OwnTransaction.around(transaction, work);
    }
}

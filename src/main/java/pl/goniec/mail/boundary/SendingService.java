package pl.goniec.mail.boundary;

import static pl.goniec.platform.security.Roles.SYSTEM;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
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

/**
 * Sends what waits in the outbox, each letter in a transaction of its own that holds its row: two nodes never send one letter
 * twice, and what the mail server took before a crash is sent again with the same number only if its commit was lost. A mail
 * server that is away is asked once for all letters, before any transaction, and costs no letter a try.
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
            while (done < due.size() && Instant.now().isBefore(begin.plus(RUN)) && sent(due.get(done), line, sender)) {
                done++;
            }
        } catch (MessagingException e) {
            noteOutage(due, e);
        }
        return done;
    }

    /** Sends one letter, unless it is not to be sent any more; tells whether the line is still good for others. */
    private boolean sent(LetterId id, Line line, Sender sender) {
        return transacted(() -> letters.take(id, Instant.now())
                .map(letter -> handOver(letter, line, sender))
                .orElse(true));
    }

    private boolean handOver(OutgoingLetter letter, Line line, Sender sender) {
        var now = Instant.now();
        if (letter.expired(now)) {
            letter.expire(now);
        } else if (!wanted(letter)) {
            letter.dropped(now);
        } else {
            var problem = line.send(letter, sender, now);
            problem.ifPresentOrElse(reason -> note(letter, reason, now), () -> letter.sent(now));
            return problem.isEmpty() || problem.get().reason() != Reason.UNREACHABLE;
        }
        return true;
    }

    private static void note(OutgoingLetter letter, LetterProblem problem, Instant now) {
        switch (problem.reason()) {
            case UNREACHABLE -> stuck(letter, problem);
            case POSTPONED -> letter.postponed(problem, now);
            default -> letter.refused(problem, now);
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

    private boolean transacted(BooleanSupplier work) {
        try {
            transaction.begin();
            boolean result;
            try {
                result = work.getAsBoolean();
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            transaction.commit();
            return result;
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new EJBException(e);
        }
    }
}

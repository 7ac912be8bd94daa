package pl.goniec.mail.boundary;

import static pl.goniec.platform.security.Roles.OFFICE_HEAD;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import pl.goniec.mail.api.LetterId;
import pl.goniec.mail.api.LetterRetried;
import pl.goniec.mail.api.LetterRow;
import pl.goniec.mail.api.LettersRetried;
import pl.goniec.mail.api.MailOverview;
import pl.goniec.mail.control.LetterQueries;
import pl.goniec.mail.control.LetterRepository;
import pl.goniec.mail.control.PeopleQueries;
import pl.goniec.platform.config.Settings;
import pl.goniec.platform.security.RefusalsReported;
import pl.goniec.shared.NotFoundException;
import pl.goniec.shared.Page;

/** What becomes of letters, for the head of the office. Nobody is shown what a letter says. */
@Stateless
@DenyAll
@RefusalsReported
public class MailService {

    private static final Duration WORTH_TELLING = Duration.ofMinutes(10);
    private static final Duration RECENT = Duration.ofDays(7);

    @Resource
    SessionContext context;

    @Inject
    PeopleQueries people;

    @Inject
    LetterQueries queries;

    @Inject
    LetterRepository letters;

    @Inject
    Settings settings;

    @Inject
    Event<Object> events;

    /** Returns whether letters are sent, and how many have been. */
    @RolesAllowed(OFFICE_HEAD)
    public MailOverview overview() {
        requireHead();
        return queries.overview(settings.isMail(), Instant.now().minus(WORTH_TELLING));
    }

    /** Returns the letters that were refused or wait because something was wrong, newest first. */
    @RolesAllowed(OFFICE_HEAD)
    public Page<LetterRow> troubled(int first, int size) {
        requireHead();
        return queries.troubled(first, size);
    }

    /** Tells whether the head should look: no letter has gone out for ten minutes, or some were refused within seven days. */
    @RolesAllowed(OFFICE_HEAD)
    public boolean needsALook() {
        requireHead();
        var now = Instant.now();
        return settings.isMail() && queries.needsALook(now.minus(WORTH_TELLING), now.minus(RECENT));
    }

    /**
     * Puts a refused letter on its way again, to the address that its person has now.
     *
     * @throws NotFoundException when there is no refused letter of this number, or its link is over
     */
    @RolesAllowed(OFFICE_HEAD)
    public void retry(LetterId id) {
        requireHead();
        var now = Instant.now();
        var letter = letters.takeRefused(id, now).orElseThrow(NotFoundException::new);
        letter.retry(people.address(letter.personId()), now);
        events.fire(new LetterRetried(id));
    }

    /**
     * Puts every refused letter on its way again, to the address that its person has now, and returns how many go. Of several that
     * tell one person of messages the latest goes, and none whose link is over.
     */
    @RolesAllowed(OFFICE_HEAD)
    public int retryAll() {
        requireHead();
        int retried = letters.retryAll(Instant.now());
        events.fire(new LettersRetried(retried));
        return retried;
    }

    /** The role may be that of the morning; what a person is now stands in the database. */
    private void requireHead() {
        if (!people.isHead(context.getCallerPrincipal().getName())) {
            throw new NotFoundException();
        }
    }
}

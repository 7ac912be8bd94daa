package pl.goniec.mail.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import pl.goniec.mail.api.Letter;
import pl.goniec.mail.api.LetterKind;
import pl.goniec.mail.api.LetterProblem;

/**
 * A letter in the outbox. It waits until the mail server has taken it; what is only late is tried again, after 30 seconds at
 * first and every 15 minutes at last, until it is of no use any more. The text of one with a secret link is wiped as soon as it has
 * been sent or the link has ended.
 */
@Entity
@Table(name = "letter")
public class OutgoingLetter {

    /** How long a letter may wait that says nothing else. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letter_seq")
    @SequenceGenerator(name = "letter_seq", sequenceName = "letter_seq", allocationSize = 50)
    private long id;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private LetterKind kind;

    private String address;

    private String subject;

    private String content;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private int tries;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private String problem;

    protected OutgoingLetter() {}

    /** A letter that waits to be sent, from now on, for as long as letters do. */
    public OutgoingLetter(Letter letter, Instant now) {
        this(letter, now, now.plus(PATIENCE));
    }

    /** A letter that waits to be sent, from now on until a moment. */
    public OutgoingLetter(Letter letter, Instant now, Instant until) {
        personId = letter.to().value();
        kind = letter.kind();
        address = letter.address();
        subject = letter.subject();
        content = letter.content();
        state = LetterState.WAITING;
        writtenAt = now;
        nextTryAt = now;
        expiresAt = until;
    }

    /**
     * It is being handed to the mail server. Nobody else takes it for as long as that may last; if what came of it is never noted,
     * it is tried again then.
     */
    public void takenInHand(Instant now) {
        tries++;
        nextTryAt = now.plus(LONGEST_PAUSE);
    }

    /** The mail server has taken it. */
    public void sent(Instant now) {
        problem = null;
        finish(LetterState.SENT, now);
    }

    /** The person is not to get it any more, whether it waits or was refused. */
    public void dropped(Instant now) {
        finish(LetterState.DROPPED, now);
    }

    /** The mail server will never take it; one that was dropped meanwhile stays so. */
    public void refused(LetterProblem reason, Instant now) {
        if (state == LetterState.WAITING) {
            giveUp(reason, now);
        }
    }

    /** The mail server did not take it this time. */
    public void postponed(LetterProblem reason, Instant now) {
        if (state != LetterState.WAITING || expired(now)) {
            refused(reason, now);
            return;
        }
        problem = reason.after(problem()).stored();
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 5));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** There was no mail server to take it. It stays the first to be tried, and its tries are not counted. Tells whether that is news. */
    public boolean stuck(LetterProblem reason) {
        var before = problem();
        problem = reason.after(before).stored();
        return before == null || before.reason() != reason.reason();
    }

    /** It has waited for longer than anybody would want to hear of it, or its link works. */
    public void expire(Instant now) {
        giveUp(problem() == null ? new LetterProblem(LetterProblem.Reason.EXPIRED, now, "") : problem(), now);
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Tells whether it was refused and may be put on its way again; nobody has a use for a link that is over. */
    public boolean isRepeatable(Instant now) {
        return state == LetterState.REFUSED && !(kind.isSecret() && expired(now));
    }

    /**
     * Puts a refused letter on its way again, as if it were written now, to the address that its person has now. What is said of an
     * account stays with the address to which it was written: one that the person has given up is told of that.
     */
    public void retry(String currentAddress, Instant now) {
        address = kind == LetterKind.ACCOUNT ? address : currentAddress;
        state = LetterState.WAITING;
        tries = 0;
        writtenAt = now;
        nextTryAt = now;
        expiresAt = kind.isSecret() ? expiresAt : now.plus(PATIENCE);
        finishedAt = null;
        problem = null;
    }

    private void giveUp(LetterProblem reason, Instant now) {
        problem = reason.after(problem()).stored();
        finish(LetterState.REFUSED, now);
    }

    private void finish(LetterState end, Instant now) {
        state = end;
        finishedAt = now;
        if (kind.isSecret() && !isRepeatable(now)) {
            content = "";
        }
    }

    public LetterProblem problem() {
        return LetterProblem.of(problem);
    }

    public long id() {
        return id;
    }

    public long personId() {
        return personId;
    }

    public LetterKind kind() {
        return kind;
    }

    public String address() {
        return address;
    }

    public String subject() {
        return subject;
    }

    public String content() {
        return content;
    }

    public LetterState state() {
        return state;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }

    public int tries() {
        return tries;
    }
}

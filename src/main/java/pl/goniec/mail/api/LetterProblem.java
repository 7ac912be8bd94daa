package pl.goniec.mail.api;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why a letter has not been sent.
 *
 * @param since when it first failed for this reason
 * @param words what the mail server said, or nothing
 */
public record LetterProblem(Reason reason, Instant since, String words) implements Serializable {

    private static final int MAX_WORDS = 400;

    /** The kinds of failure. Their names are stored. */
    public enum Reason {
        /** No mail server answered, or it would not have us: nothing of it is the letter's fault. */
        UNREACHABLE,
        /** The mail server did not take the letter now. */
        POSTPONED,
        /** The mail server does not know the address, or takes nothing for it. */
        BOUNCED,
        /** What was to be the address is none. */
        BAD_ADDRESS,
        /** The letter waited too long. */
        EXPIRED
    }

    public LetterProblem {
        since = since.truncatedTo(ChronoUnit.SECONDS);
        words = words == null ? "" : words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        words = words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words;
    }

    /** Reads what {@link #stored} wrote; nothing of nothing. */
    public static LetterProblem of(String stored) {
        if (stored == null) {
            return null;
        }
        var parts = stored.split(" ", 3);
        return new LetterProblem(Reason.valueOf(parts[0]), Instant.parse(parts[1]), parts.length > 2 ? parts[2] : "");
    }

    /** Returns one line that sorts by reason and then by time. */
    public String stored() {
        return reason + " " + since + " " + words;
    }

    /** Returns this problem, with the time of the one before if that was of the same kind. */
    public LetterProblem after(LetterProblem before) {
        return before == null || before.reason != reason ? this : new LetterProblem(reason, before.since, words);
    }
}

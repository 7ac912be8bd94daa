package pl.goniec.mail.api;

import java.io.Serializable;

/**
 * How letters are getting on.
 *
 * @param enabled whether letters are sent at all; without a mail server they wait
 * @param trouble what keeps letters from being sent, or null while they are: no mail server answers, or it puts off every letter
 */
public record MailOverview(boolean enabled, LetterProblem trouble, long waiting, long sent, long refused, long dropped)
        implements Serializable {

    public boolean works() {
        return enabled && trouble == null;
    }
}

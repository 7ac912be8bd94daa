package pl.goniec.mail.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * How letters are getting on.
 *
 * @param enabled whether letters are sent at all; without a mail server they wait
 * @param unreachableSince since when no mail server takes letters, or null while it does
 * @param words what was said when it was last tried, or nothing
 */
public record MailOverview(
        boolean enabled, Instant unreachableSince, String words, long waiting, long sent, long refused, long dropped)
        implements Serializable {

    public boolean works() {
        return enabled && unreachableSince == null;
    }
}

package pl.goniec.backoffice.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A request that was refused, as the head sees it. The program knows: it had the same code and sentence as its reply.
 *
 * @param program its name, or empty when nobody signed the request
 * @param requestId the program's number of it, or empty when that could not be read
 * @param kind what was asked for, as in {@code SendBroadcast}, or empty
 * @param refusedAt the last time
 * @param times how often it was refused
 */
public record RefusedRequestRow(
        String program,
        String requestId,
        String kind,
        Instant refusedAt,
        int times,
        String code,
        String textPl,
        String textEn)
        implements Serializable {

    /** Returns the reason in a language: {@code en}, and Polish for every other. */
    public String text(String language) {
        return language.equals("en") ? textEn : textPl;
    }
}

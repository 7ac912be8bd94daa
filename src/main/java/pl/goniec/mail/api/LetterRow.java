package pl.goniec.mail.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A letter that did not go as it should, as the head sees it: never its text.
 *
 * @param refused whether it has been given up; otherwise it waits for its next try
 * @param repeatable whether it was given up and may be put on its way again, because it is still of use
 * @param problem why, and since when
 */
public record LetterRow(
        LetterId id,
        String personName,
        String address,
        LetterKind kind,
        Instant writtenAt,
        int tries,
        boolean refused,
        boolean repeatable,
        LetterProblem problem)
        implements Serializable {}

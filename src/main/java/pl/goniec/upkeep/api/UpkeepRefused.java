package pl.goniec.upkeep.api;

import jakarta.ejb.ApplicationException;

/** What an operator asked for is not done, and the sentence says why: it is for him, in the log and as the outcome of the job. */
@ApplicationException(rollback = true)
public class UpkeepRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UpkeepRefused(String sentence) {
        super(sentence);
    }

    public UpkeepRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

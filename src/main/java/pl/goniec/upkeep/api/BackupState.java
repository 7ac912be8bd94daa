package pl.goniec.upkeep.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * How the office's backups are getting on.
 *
 * @param keeper who sees to them
 * @param last when the newest good one was begun, or null while there is none
 * @param failedAt when the last try failed, or null when it did not
 */
public record BackupState(Keeper keeper, Instant last, Instant failedAt) implements Serializable {

    /** Tells whether all is well: there is one, and the last try did not fail. */
    public boolean good() {
        return keeper == Keeper.GONIEC && last != null && failedAt == null;
    }

    /** Goniec itself every night, nobody because it is turned off, or the operator of PostgreSQL. */
    public enum Keeper {
        GONIEC,
        NOBODY,
        OPERATOR
    }
}

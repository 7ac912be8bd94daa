package pl.goniec.audit.api;

import java.io.Serializable;

/**
 * What a check of the whole chain has found.
 *
 * @param rows how many sealed rows were checked
 * @param hash of the last of them: noted elsewhere, it proves later that nothing before it was exchanged
 * @param unsealed rows that should have been sealed long ago
 * @param fault what is wrong with the first row that is, or null
 * @param number of that row in the chain, 0 for none
 */
public record AuditCheck(long rows, String hash, long unsealed, Fault fault, long number) implements Serializable {

    /** Returns the same with the number of rows that should have been sealed long ago. */
    public AuditCheck withUnsealed(long count) {
        return new AuditCheck(rows, hash, count, fault, number);
    }

    public boolean sound() {
        return fault == null && unsealed == 0;
    }

    /** What can be wrong with a row: its seal does not fit, it has gone, or its seal has. */
    public enum Fault {
        CHANGED,
        ROW_MISSING,
        SEAL_MISSING
    }
}

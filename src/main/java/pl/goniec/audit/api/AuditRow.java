package pl.goniec.audit.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A row of the audit trail.
 *
 * @param object ids only, never content
 * @param address of the machine, or null when it was the system's own work
 * @param number in the chain, or null until it is sealed, a few seconds after it was written
 * @param hash SHA-256 that seals this row and all before it, in hexadecimal, or null until it is sealed
 */
public record AuditRow(
        long id,
        Instant at,
        String actor,
        AuditAction action,
        String object,
        boolean refused,
        String address,
        String correlationId,
        Long number,
        String hash)
        implements Serializable {

    /** Returns the place of this row in the trail, for the rows before it. */
    public AuditPlace place() {
        return new AuditPlace(at, id);
    }
}

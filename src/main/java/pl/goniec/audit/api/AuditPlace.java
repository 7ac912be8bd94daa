package pl.goniec.audit.api;

import java.io.Serializable;
import java.time.Instant;

/** A place in the trail: what is older than it comes next. */
public record AuditPlace(Instant at, long id) implements Serializable {

    /** Before the newest row. */
    public static final AuditPlace NEWEST = new AuditPlace(Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE);
}

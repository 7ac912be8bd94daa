package pl.goniec.audit.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * Which rows of the audit trail.
 *
 * @param from first moment, or null for the beginning
 * @param to first moment after, or null for now
 * @param actor part of the e-mail address; blank for all
 * @param action or null for all
 * @param refused whether only what was refused
 */
public record AuditFilter(Instant from, Instant to, String actor, AuditAction action, boolean refused)
        implements Serializable {}

package pl.goniec.audit.api;

/** Somebody has looked into the audit trail, taken it away or had it checked: {@code action} tells which. */
public record AuditInspected(AuditAction action) {}

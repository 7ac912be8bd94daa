package pl.goniec.audit.api;

/** What can stand in the audit trail. The names are stored and sealed: they are added to, never changed. */
public enum AuditAction {
    LOG_IN,
    LOG_OUT,
    MESSAGE_SENT,
    CONVERSATION_READ,
    MARKED_AS_READ,
    FILE_DOWNLOADED,
    BROADCAST_SUBMITTED,
    BROADCAST_RETRIED,
    BROADCAST_DELIVERED,
    BROADCAST_FAILED,
    MEMBER_ADDED,
    MEMBER_CHANGED,
    MEMBER_LEFT,
    REFUSED,
    AUDIT_VIEWED,
    AUDIT_EXPORTED,
    AUDIT_CHECKED
}

package pl.goniec.backoffice.entity;

/** What programs are told of. */
public enum EventKind {
    MESSAGE_SENT("MessageSent"),
    MESSAGE_READ("MessageRead"),
    RECEIPT_CONFIRMED("ReceiptConfirmed"),
    BROADCAST_ACCEPTED("BroadcastAccepted"),
    BROADCAST_FINISHED("BroadcastFinished");

    private final String type;

    EventKind(String type) {
        this.type = type;
    }

    /** Returns what the contract calls it. */
    public String type() {
        return type;
    }
}

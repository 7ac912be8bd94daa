package pl.goniec.broadcast.entity;

/** PENDING and FAILED may be delivered or cancelled; DONE and CANCELLED are final. */
public enum DeliveryState {
    PENDING,
    DONE,
    FAILED,
    CANCELLED
}

package pl.goniec.broadcast.entity;

/** PENDING and FAILED may be delivered; DONE is final. */
public enum DeliveryState {
    PENDING,
    DONE,
    FAILED
}

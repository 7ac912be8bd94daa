package pl.goniec.shared;

import java.io.Serializable;

/** Identifies a POWIADOMIENIE. */
public record BroadcastId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

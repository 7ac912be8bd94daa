package pl.goniec.shared;

import java.io.Serializable;

/** Identifies a person of either side. */
public record PersonId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
